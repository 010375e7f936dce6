import type { Sql } from 'postgres';

/** Since when the service is read-only, and why. */
export interface ServiceLock {
  since: string;
  reason: string;
}

/** The lock of the service in this database; undefined when it may write. */
export async function readLock(sql: Sql): Promise<ServiceLock | undefined> {
  const rows = await sql<{ setting: string }[]>`
    select unnest(setconfig) as setting
    from pg_db_role_setting join pg_database on pg_database.oid = setdatabase
    where datname = current_database() and setrole = 0`;
  const presetOf = (name: string) =>
    rows.find(({ setting }) => setting.startsWith(`${name}=`))?.setting.slice(name.length + 1);
  const since = presetOf('commons.locked_since');
  return since === undefined ? undefined : { since, reason: presetOf('commons.lock_reason') ?? '' };
}
