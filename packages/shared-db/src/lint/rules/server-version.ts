import type { CatalogueRule } from '../catalogue-rule.ts';

/** The oldest minor versions without a known hole through which rows or the server can be reached, and when they came out. */
const safeServers = {
  date: '2026-05-14',
  reason: 'CVE-2026-6473',
  minors: { 15: 18, 16: 14, 17: 10, 18: 4 } as Readonly<Record<number, number>>,
};

/** The server has the security fixes that are known; `minors` is the oldest safe minor version of each major one. */
export const serverVersionRule = (minors: Readonly<Record<number, number>>): CatalogueRule => ({
  name: 'server-version',
  message: `Known security holes of this PostgreSQL are closed in ${Object.entries(minors)
    .map(([major, minor]) => `${major}.${minor}`)
    .join(', ')} (${safeServers.date}, ${safeServers.reason}). Update the server.`,
  query: `
    select 'PostgreSQL ' || current_setting('server_version') as object
    from (select current_setting('server_version_num')::int as number) as server
    where $1::text[] is not null and (number < 150000 or number % 10000 < case number / 10000 ${Object.entries(
      minors,
    )
      .map(([major, minor]) => `when ${major} then ${minor}`)
      .join(' ')} else 0 end)`,
});

/** The server has the security fixes that are known. */
export const serverVersion = serverVersionRule(safeServers.minors);
