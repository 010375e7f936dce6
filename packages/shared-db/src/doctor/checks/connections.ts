import { type Check, ok, wrong } from '../check.ts';

// One web process: requests 10, service 4, and a connection each for LISTEN, jobs and a migration.
const neededByOneProcess = 20;

/** There is room for a server's pools. */
export const connections: Check = {
  name: 'connections',
  run: async ({ owner }) => {
    const [row] = await owner<[{ max: number; used: number }]>`
      select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as max,
        (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used`;
    const free = row.max - row.used;
    const text = `${row.used} of ${row.max} are in use`;
    if (free >= neededByOneProcess) return ok(text);
    return wrong(
      `${text}; one more server process may need ${neededByOneProcess}`,
      'Raise max_connections, or put a pooler in front (DATABASE_POOLER).',
    );
  },
};
