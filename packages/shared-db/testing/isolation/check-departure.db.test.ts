import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../create-test-database.ts';
import { checkDeparture } from './check-departure.ts';
import { readTables } from './read-tables.ts';
import { subjectOf } from './subject.ts';
import { ownedRows } from './table-expectation.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  const table = (name: string, owner: string, right: string) => `
    create table left_over.${name} (id uuid primary key default app.uuid_v7(), user_id uuid not null ${owner}, body text);
    alter table left_over.${name} enable row level security, force row level security;
    create policy select_own on left_over.${name} for select to authenticated using (user_id = (select app.user_id()));
    grant ${right} on left_over.${name} to authenticated;`;
  await db.admin.unsafe(`
    create schema left_over authorization commons_owner;
    grant usage on schema left_over to authenticated;
    ${table('good', 'references users on delete cascade', 'select')}
    ${table('forgotten', '', 'select')}
    ${table('withheld', 'references users on delete cascade', 'select (id, body)')}`);
});
afterAll(() => db?.[Symbol.asyncDispose]());

it.each([
  ['good', []],
  ['forgotten', ['left_over.forgotten still names somebody who is gone.']],
  [
    'withheld',
    [
      'left_over.withheld went with its person, who was not given it: it needs a foreign key to its owner that they may read.',
    ],
  ],
])('what becomes of a row of %s when its person leaves is judged', async (name, violations) => {
  const table = (await readTables(db.admin, ['left_over'])).find((one) => one.name === `left_over.${name}`);
  const expectation = ownedRows({ row: ({ ownerId }) => ({ user_id: ownerId }), change: { body: 'other' } });
  if (!table) throw new Error(`There is no table ${name}.`);

  expect(await checkDeparture(db, subjectOf(table, expectation))).toEqual(violations);
});
