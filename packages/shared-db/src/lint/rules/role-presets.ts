import type { CatalogueRule } from '../catalogue-rule.ts';

/** Nobody begins a session as somebody. */
export const rolePresets: CatalogueRule = {
  name: 'role-presets',
  message:
    'The preset decides who the caller is, or that policies are not asked, before any context is opened. Reset it.',
  query: `
    select format(
      '%s: %s',
      concat_ws(' in ', case setrole when 0 then 'everybody' else setrole::regrole::text end, datname),
      split_part(setting, '=', 1)
    ) as object
    from pg_db_role_setting left join pg_database on pg_database.oid = setdatabase cross join unnest(setconfig) as setting
    where (setdatabase = 0 or datname = current_database())
      and lower(setting) ~ '^(role|row_security|session_replication_role|app\\..*|request\\..*)=' and $1::text[] is not null
    order by 1`,
};
