import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import type { Tx } from '../context/run-in-transaction.ts';
import { listPersonalTables } from './list-personal-tables.ts';
import { readPersonalRows } from './read-personal-rows.ts';

/** A schema in which people share what they own, as an app for families does. */
const schema = `
  create schema care authorization commons_owner;
  grant usage on schema care to authenticated;
  create table care.profiles (
    id uuid primary key default app.uuid_v7(),
    user_id uuid not null references users on delete cascade,
    name text not null,
    secret text not null default 'nobody reads this',
    shout text generated always as (upper(name)) stored
  );
  create table care.doses (
    id uuid default app.uuid_v7(),
    profile_id uuid not null references care.profiles on delete cascade,
    recorded_by uuid references users on delete set null,
    after_id uuid,
    at timestamptz not null default '2026-11-21 10:00:00.123456Z',
    "what else" text not null default '',
    primary key (at, id)
  );
  create table care.medicines (id int primary key, name text not null);
  insert into care.medicines values (1, 'Aspirin');
  grant select (id, user_id, name, shout) on care.profiles to authenticated;
  grant select on care.doses, care.medicines to authenticated;
  ${['profiles', 'doses', 'medicines']
    .map(
      (table) => `
        alter table care.${table} enable row level security, force row level security;
        create policy select_everybody on care.${table} for select to authenticated using (true);`,
    )
    .join('')}`;

describe('the rows of a person', () => {
  let db: TestDatabase;
  let anna: string;
  let ben: string;
  let profiles: { anna: string; ben: string };
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(schema);
  });
  afterAll(() => db?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    [anna, ben] = [(await db.createUser({ fullName: 'Anna' })).id, (await db.createUser()).id];
    const profileOf = async (userId: string, name: string) =>
      String(
        (
          await db.admin`insert into care.profiles (user_id, name) values (${userId}, ${name}) returning id`
        )[0]?.id,
      );
    profiles = { anna: await profileOf(anna, 'Anna’s father'), ben: await profileOf(ben, 'Ben’s child') };
  });

  const record = (profile: string, by: string, what: string) =>
    db.admin`insert into care.doses (profile_id, recorded_by, "what else") values (${profile}, ${by}, ${what})`;

  /** Everything, page by page. */
  async function rowsOf(userId: string): Promise<Record<string, Record<string, unknown>[]>> {
    const asUser = <T>(work: (tx: Tx) => Promise<T>) => db.database.asUser({ userId }, work);
    const tables = await asUser((tx) => listPersonalTables(tx, ['care']));
    const read = async (table: (typeof tables)[number]) => {
      const rows: Record<string, unknown>[] = [];
      let after: string[] | undefined;
      do {
        const page = await asUser((tx) => readPersonalRows(tx, table, after));
        rows.push(...page.rows.map((row) => JSON.parse(row)));
        after = page.next;
      } while (after);
      return rows;
    };
    return Object.fromEntries(
      await Promise.all(tables.map(async (table) => [table.name, await read(table)])),
    );
  }

  it('are those that name them, and what hangs under what goes with them; not all that they may read', async () => {
    await record(profiles.anna, ben, 'by Ben for Anna’s father');
    await record(profiles.ben, anna, 'by Anna for Ben’s child');
    await record(profiles.ben, ben, 'by Ben for his child');
    const rows = await rowsOf(anna);

    expect(rows['care.doses']?.map((row) => row['what else']).sort()).toEqual([
      'by Anna for Ben’s child',
      'by Ben for Anna’s father',
    ]);
    expect(rows['care.profiles']).toEqual([{ id: profiles.anna, user_id: anna, name: 'Anna’s father' }]);
  });

  it('come in parts, none twice and none left out, however alike their times are', async () => {
    await db.admin`
      insert into care.doses (profile_id, at, "what else")
      select ${profiles.anna}, timestamptz '2026-11-21 10:00Z' + floor(n / 7.0) * interval '1 microsecond', n::text
      from generate_series(1, 1000) as n`;
    const { 'care.doses': doses = [] } = await rowsOf(anna);

    expect(doses.map((row) => Number(row['what else'])).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index + 1),
    );
  });

  it('of the shared tables are theirs alone', async () => {
    const rows = await rowsOf(anna);

    expect(rows['public.users']).toMatchObject([{ id: anna, full_name: 'Anna' }]);
    expect(Object.keys(rows)).toEqual([
      'app.model_reservations',
      'care.doses',
      'care.profiles',
      'public.audit_log',
      'public.job_steps',
      'public.model_usage',
      'public.users',
    ]);
  });
});
