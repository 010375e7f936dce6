import { type Check, ok, wrong } from '../check.ts';

/** Every index is complete. */
export const indexes: Check = {
  name: 'indexes',
  run: async ({ owner }) => {
    const rows = await owner<{ name: string }[]>`
      select indexrelid::regclass::text as name from pg_index where not indisvalid or not indisready order by 1`;
    if (rows.length === 0) return ok('all are valid');
    const names = rows.map(({ name }) => name).join(', ');
    return wrong(`not valid: ${names}`, `Rebuild them: reindex index concurrently ${rows[0]?.name}`);
  },
};
