import { erasePerson } from '../../src/personal/erase-person.ts';
import { listPersonalTables } from '../../src/personal/list-personal-tables.ts';
import { readPersonalRows } from '../../src/personal/read-personal-rows.ts';
import type { TestDatabase } from '../create-test-database.ts';
import { tablesNaming } from '../tables-naming.ts';
import { arrangeScene } from './arrange-scene.ts';
import { type Subject, whereKey } from './subject.ts';
import { completeRights } from './table-expectation.ts';

/**
 * Lets the owner of a row read everything of theirs and then leave for good. Returns what was not as it has to be, a sentence each:
 * nothing names them any more, and what went with them, and was theirs to read, they were given before.
 */
export async function checkDeparture(db: TestDatabase, subject: Subject): Promise<string[]> {
  const { table, expectation } = subject;
  const scene = await db.admin.begin((sql) => arrangeScene(sql, subject, true));
  const given = await countGiven(db, scene.ownerId, table.name);
  await db.service.asService('test', (tx) => erasePerson(tx, scene.ownerId));
  const naming = await tablesNaming(db.admin, scene.ownerId);
  const left = await db.admin.begin(
    (sql) => sql`select from ${sql(table.name)} ${whereKey(sql, subject, scene.target)}`,
  );
  await db.service.asService('test', (tx) => erasePerson(tx, scene.strangerId));
  // What a view shows is given with the table that keeps it.
  const isOwed = !table.isView && completeRights(expectation).owner.select === 1;
  const isMissing = isOwed && left.length === 0 && given === 0;
  return [
    ...naming.map((name) => `${name} still names somebody who is gone.`),
    ...(isMissing
      ? [
          `${table.name} went with its person, who was not given it: it needs a foreign key to its owner that they may read.`,
        ]
      : []),
  ];
}

async function countGiven(db: TestDatabase, userId: string, name: string): Promise<number> {
  const schema = name.split('.')[0] ?? '';
  return await db.database.asUser({ userId }, async (tx) => {
    const table = (await listPersonalTables(tx, [schema])).find((one) => one.name === name);
    return table ? (await readPersonalRows(tx, table, undefined)).rows.length : 0;
  });
}
