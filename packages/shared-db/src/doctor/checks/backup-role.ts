import { type Check, note, ok } from '../check.ts';

/** Backups can be made. */
export const backupRole: Check = {
  name: 'backup',
  run: async ({ owner }) => {
    const [row] = await owner<[{ ready: boolean }?]>`
      select rolbypassrls and pg_has_role('commons_owner', oid, 'MEMBER') as ready from pg_roles where rolname = 'commons_backup'`;
    return row?.ready
      ? ok('commons_backup may read every row')
      : note(
          'commons_backup may not read every row, so "pnpm db backup" is refused',
          'Run "pnpm db setup" once with a superuser’s address in DATABASE_URL.',
        );
  },
};
