import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../create-test-database.ts';
import { notesFixture } from '../notes-fixture.ts';
import { checkCompleteness, checkTable } from './check-table.ts';
import { judgePolicies } from './policy-mutants.ts';
import { rolledBack } from './rolled-back.ts';
import { ownedRows } from './table-expectation.ts';

const expectation = ownedRows({
  row: async ({ ownerId, insert }) => {
    const folder = await insert('notes.folders', { user_id: ownerId });
    return { user_id: ownerId, folder_id: folder.id };
  },
  change: { body: 'changed' },
});

describe('the isolation suite', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(notesFixture);
  });
  afterAll(() => db[Symbol.asyncDispose]());

  const violationsAfter = (sabotage: string) =>
    rolledBack(db.admin, async (sql) => {
      await sql.unsafe(sabotage);
      return checkTable(sql, 'notes.notes', expectation);
    });

  it('finds nothing wrong with a table that is right', async () => {
    expect(await violationsAfter('')).toEqual([]);
  });

  const holes: [hole: string, sabotage: string, found: RegExp][] = [
    [
      'row-level security that is off',
      'alter table notes.notes disable row level security',
      /a stranger who tries to select .* reached it/,
    ],
    [
      'a SELECT policy that shows everything',
      'alter policy select_own on notes.notes using (true)',
      /a stranger who tries to select .* SELECT with WHERE reached it/,
    ],
    [
      'a second, looser policy',
      'create policy more on notes.notes for select to authenticated using (body is not null)',
      /the owner who tries to select .* reached the row of somebody else/,
    ],
    [
      'an UPDATE policy that only the SELECT policy covers up',
      'alter policy update_own on notes.notes using (true) with check (true)',
      /a stranger who tries to update .* UPDATE without WHERE reached it/,
    ],
    [
      'a DELETE policy that only the SELECT policy covers up',
      'alter policy delete_own on notes.notes using (true)',
      /a stranger who tries to delete .* DELETE without WHERE reached it/,
    ],
    [
      'an INSERT policy that asks for a person but not for which',
      'alter policy insert_own on notes.notes with check ((select app.user_id()) is not null)',
      /a stranger who tries to insert .* was let through/,
    ],
    [
      'a policy that falls back to everybody without a person',
      'alter policy select_own on notes.notes using (user_id = coalesce((select app.user_id()), user_id))',
      /the request role without a person who tries to select .* reached it/,
    ],
    [
      'an owner column that can be written',
      'grant update (user_id) on notes.notes to authenticated',
      /the owner who tries to set whose row it is is denied, but .* was let through/,
    ],
    [
      'a grant to anonymous visitors',
      'grant select (body) on notes.notes to anon',
      /an anonymous visitor who tries to select .* count\(\*\) was let through/,
    ],
    [
      'a grant to the bare login',
      'grant delete on notes.notes to commons_app',
      /the app login without a context who tries to delete .* DELETE without WHERE was let through/,
    ],
    [
      'a grant to the service login that nobody stated',
      'grant select on notes.notes to commons_service',
      /the service login who tries to select .* was let through/,
    ],
    [
      'an UPDATE policy that lets a row go',
      'alter policy update_own on notes.notes with check (true)',
      /the owner who tries to give the row away .* failed with 23503/,
    ],
    [
      'row-level security that its owner is free of',
      'alter table notes.notes no force row level security',
      /the login that migrates who tries to select .* reached it/,
    ],
    [
      'a parent that may be somebody else’s',
      'alter table notes.notes drop constraint notes_folder_fk, add foreign key (folder_id) references notes.folders',
      /INSERT of an own row under the owner’s parent was let through/,
    ],
    [
      'a policy that is missing',
      'drop policy update_own on notes.notes',
      /the owner who tries to update .* reached nothing/,
    ],
    [
      'a grant that is missing',
      'revoke delete on notes.notes from authenticated',
      /the owner who tries to delete .* failed with 42501/,
    ],
  ];

  it.each(holes)('finds %s', async (_hole, sabotage, found) => {
    expect(await violationsAfter(sabotage)).toContainEqual(expect.stringMatching(found));
  });

  it('names a table without expectations and expectations without a table', async () => {
    const stated = { 'notes.notes': expectation, 'notes.gone': expectation };
    expect(await checkCompleteness(db.admin, ['notes'], stated)).toEqual([
      'notes.folders has no expectations: state who may do what with it.',
      'notes.gone has expectations, but there is no such table in notes.',
    ]);
  });

  it('counts views, and partitions that a role reaches directly', async () => {
    const named = await rolledBack(db.admin, async (sql) => {
      await sql.unsafe(`
        create view notes.titles as select body from notes.notes;
        create table notes.log (user_id uuid not null) partition by hash (user_id);
        create table notes.log_0 partition of notes.log for values with (modulus 2, remainder 0);
        create table notes.log_1 partition of notes.log for values with (modulus 2, remainder 1);
        grant select on notes.log_1 to authenticated;`);
      return checkCompleteness(sql, ['notes'], {});
    });
    expect(named.map((sentence) => sentence.split(' ')[0])).toEqual([
      'notes.folders',
      'notes.log',
      'notes.log_1',
      'notes.notes',
      'notes.titles',
    ]);
  });

  it('asks for a key and an owner column that it cannot guess', async () => {
    await rolledBack(db.admin, async (sql) => {
      await sql.unsafe('create table notes.tags (name text); create table notes.kinds (id int primary key)');
      await expect(checkTable(sql, 'notes.tags', expectation)).rejects.toThrow(/no primary key: state `key`/);
      await expect(checkTable(sql, 'notes.kinds', expectation)).rejects.toThrow(/no column user_id: state/);
    });
  });

  it('finds that no test would miss any policy, and names one that a test does miss', {
    timeout: 180_000,
  }, async () => {
    const notesAlone = { 'notes.notes': expectation };
    const unnoticed = async () =>
      (await judgePolicies(db.admin, ['notes'], notesAlone))
        .filter(({ killedBy }) => killedBy === undefined)
        .map(({ change }) => change);
    expect(await unnoticed()).toEqual([]);
    await db.admin`create policy select_twice on notes.notes for select to authenticated using (user_id = (select app.user_id()))`;
    expect(await unnoticed()).toEqual([
      'drop policy select_own on notes.notes',
      'drop policy select_twice on notes.notes',
    ]);
  });

  it('leaves nothing behind', async () => {
    expect(await db.admin`select from notes.notes`).toHaveLength(0);
    expect(await db.admin`select from users`).toHaveLength(0);
  });
});
