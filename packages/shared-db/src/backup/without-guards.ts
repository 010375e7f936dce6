import type { TransactionSql } from 'postgres';

/**
 * Runs `work` while the owner may write rows of everybody into its tables, and no trigger or foreign key comes in between; then
 * puts everything back, and PostgreSQL checks every foreign key over all rows. All in the caller's transaction: nobody else ever
 * sees the tables without their guards, and an error leaves them as they were.
 */
export async function withoutGuards(transaction: TransactionSql, work: () => Promise<void>): Promise<void> {
  const guards = await transaction<{ down: string; up: string }[]>`
    with mine as (
      select oid, relforcerowsecurity from pg_class where relowner = 'commons_owner'::regrole and relkind in ('r', 'p')
    )
    select 1 as rank, format('alter table %s no force row level security', oid::regclass) as down,
      format('alter table %s force row level security', oid::regclass) as up
    from mine where relforcerowsecurity
    union all
    select 2, format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
      format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
    from pg_trigger join mine on mine.oid = tgrelid
    where not tgisinternal and tgenabled = 'O' and tgparentid = 0
    union all
    select 3, format('alter table %s drop constraint %I', conrelid::regclass, conname),
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(entry.oid))
    from pg_constraint as entry join mine on mine.oid = conrelid
    where contype = 'f' and conparentid = 0
    order by rank`;
  for (const { down } of guards) await transaction.unsafe(down);
  await work();
  // The other way round: while row-level security is forced, the check of a new foreign key sees no rows and finds no fault.
  for (const { up } of guards.toReversed()) await transaction.unsafe(up);
}
