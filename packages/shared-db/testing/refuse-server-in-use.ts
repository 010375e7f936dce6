import { withConnection } from '../src/connection/with-connection.ts';

/**
 * Refuses a server that holds the database of a running Commons: roles belong to the whole server, so tests would give its
 * logins new passwords, and whoever reads those passwords could read its rows.
 */
export async function refuseServerInUse(adminUrl: string): Promise<void> {
  const found = await withConnection(
    adminUrl,
    (admin) => admin<{ name: string }[]>`
      select datname as name from pg_database
      where datname !~ '^(test_[0-9a-f]{32}|template_[0-9a-f]{16}(_building)?)$'
        and exists (
          select from aclexplode(datacl) as grants
          join pg_roles on pg_roles.oid = grants.grantee
          where rolname = 'commons_app' and privilege_type = 'CONNECT'
        )
      order by datname`,
  );
  if (found.length === 0) return;
  throw new Error(
    `The server that DATABASE_URL names is in use: commons_app may connect to ${found.map(({ name }) => name).join(', ')}. ` +
      'Tests give the logins of a whole server new passwords, so give them a server of its own, or none: then they start one.',
  );
}
