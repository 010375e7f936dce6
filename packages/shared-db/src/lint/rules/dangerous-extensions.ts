import type { CatalogueRule } from '../catalogue-rule.ts';

const reachesOut = [
  'adminpack',
  'dblink',
  'file_fdw',
  'http',
  'pageinspect',
  'pg_cron',
  'pg_net',
  'pg_read_file',
  'plsh',
  'postgres_fdw',
  'pgrowlocks',
  'pg_visibility',
];

/** Nothing in the database reads files, calls other servers, or looks at pages under the policies. */
export const dangerousExtensions: CatalogueRule = {
  name: 'dangerous-extensions',
  message:
    'It reaches files, networks or rows that no policy guards. Drop it and do that work in the server.',
  query: `
    select 'extension ' || extname as object from pg_extension
    where extname in (${reachesOut.map((name) => `'${name}'`).join(', ')}) and $1::text[] is not null
    union all
    select 'language ' || lanname from pg_language where not lanpltrusted and lanname not in ('internal', 'c')
    order by 1`,
};
