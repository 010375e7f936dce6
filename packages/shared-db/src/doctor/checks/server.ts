import { type Check, ok, wrong } from '../check.ts';

/** The server answers, and is one that Commons runs on. */
export const server: Check = {
  name: 'server',
  run: async ({ owner, provided }) => {
    const [row] = await owner<[{ version: string; number: number }]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
    const text = `PostgreSQL ${row.version}, ${provided.description}`;
    return row.number >= 150_000
      ? ok(text)
      : wrong(text, 'Commons needs version 15 or newer. Update the server.');
  },
};
