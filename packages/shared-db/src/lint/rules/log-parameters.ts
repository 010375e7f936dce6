import type { CatalogueRule } from '../catalogue-rule.ts';

/** The server's log holds no parameters, which are what people wrote. */
export const logParameters: CatalogueRule = {
  name: 'log-parameters',
  message:
    'A logged statement would show what people wrote. Run "pnpm db setup" as a superuser, or set it to 0 for the server.',
  query: `
    select format('%s of %s', name, role) as object
    from unnest(array['log_parameter_max_length', 'log_parameter_max_length_on_error']) as name
    cross join unnest(array['commons_app', 'commons_service']) as role
    where $1::text[] is not null and coalesce(
      (
        select split_part(setting, '=', 2) from pg_db_role_setting cross join unnest(setconfig) as setting
        where setrole = role::regrole and setdatabase = 0 and split_part(setting, '=', 1) = name
      ),
      current_setting(name)
    ) not in ('0', '0B')
    order by 1`,
};
