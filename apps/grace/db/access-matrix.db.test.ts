import { createTestDatabase, rolledBack, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grace } from '../app.ts';
import { checkMatrix } from '../testing/matrix/check-matrix.ts';
import { loosenings } from '../testing/matrix/loosenings.ts';
import { accessMatrix } from './access-matrix.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([grace]);
});
afterAll(() => db?.[Symbol.asyncDispose]());

const tables = Object.keys(accessMatrix);
// Each of many changes is tried until somebody notices.
const looseningsTimeoutMs = 180_000;

it('the matrix has a line for every table and for nothing else', async () => {
  const rows = await db.admin<{ name: string }[]>`
    select format('%s.%s', schemaname, tablename) as name from pg_tables where schemaname = 'grace' order by 1`;
  expect(tables.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

describe('what caregivers reach', () => {
  it.each(tables)('of %s is what the matrix says', async (table) => {
    expect(await checkMatrix(db.admin, table)).toEqual([]);
  });

  it.each(tables)(
    'of %s changes visibly with every word of its policies',
    {
      timeout: looseningsTimeoutMs,
    },
    async (table) => {
      const unnoticed: string[] = [];
      for (const { change, command, ...loosening } of await loosenings(db.admin)) {
        if (loosening.table !== table) continue;
        const faults = await rolledBack(db.admin, async (sql) => {
          await sql.unsafe(change);
          return checkMatrix(sql, table, { isQuick: true, first: command });
        });
        if (faults.length === 0) unnoticed.push(change);
      }
      expect(unnoticed).toEqual([]);
    },
  );
});
