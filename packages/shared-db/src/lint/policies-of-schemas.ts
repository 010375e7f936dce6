/** The policies of the schemas `$1`, for a rule to select from. */
export const policies = `
  select
    format('%I on %s', policy.polname, policy.polrelid::regclass) as object,
    policy.oid, policy.polrelid as relation, policy.polcmd as command, policy.polpermissive as is_permissive,
    policy.polroles as roles, policy.polqual is not null as has_using, policy.polwithcheck is not null as has_check,
    pg_get_expr(policy.polqual, policy.polrelid) as using_text,
    pg_get_expr(policy.polwithcheck, policy.polrelid) as check_text
  from pg_policy as policy join pg_class as class on class.oid = policy.polrelid
  where class.relnamespace = any ($1::text[]::regnamespace[])`;
