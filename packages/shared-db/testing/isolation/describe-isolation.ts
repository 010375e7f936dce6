import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseModule } from '../../src/migrate/database-module.ts';
import { createTestDatabase, type TestDatabase } from '../create-test-database.ts';
import { checkCase } from './check-case.ts';
import { checkCompleteness } from './check-table.ts';
import { isolationCases } from './isolation-cases.ts';
import { survivingMutants } from './policy-mutants.ts';
import { readTables } from './read-tables.ts';
import { subjectOf } from './subject.ts';
import type { IsolationExpectations } from './table-expectation.ts';

/** What to test: the modules make the database, the schemas are the PostgreSQL schemas whose every table is tested. */
export interface IsolationSuite {
  modules?: readonly DatabaseModule[];
  schemas: readonly string[];
  expectations: IsolationExpectations;
}

/**
 * Tests every table of the schemas: each command by each actor, with and without WHERE. A table without expectations fails, and
 * so does a policy that can be dropped or opened to everybody without any of these tests noticing.
 *
 * @example
 * describeIsolation({ modules: [notes], schemas: ['notes'], expectations: { 'notes.notes': ownedRows({ … }) } });
 */
export function describeIsolation({ modules = [], schemas, expectations }: IsolationSuite): void {
  describe(`isolation of ${schemas.join(', ')}`, () => {
    let db: TestDatabase;
    beforeAll(async () => {
      db = await createTestDatabase(modules);
    });
    afterAll(() => db?.[Symbol.asyncDispose]());

    it('states expectations for every table and for nothing else', async () => {
      expect(await checkCompleteness(db.admin, schemas, expectations)).toEqual([]);
    });

    it('notices every policy that is dropped or opened to everybody', async () => {
      expect(await survivingMutants(db.admin, schemas, expectations)).toEqual([]);
    });

    for (const [name, expectation] of Object.entries(expectations)) {
      describe(name, () => {
        it.each(isolationCases(expectation))('$title', async (one) => {
          const table = (await readTables(db.admin, schemas)).find((found) => found.name === name);
          if (!table) throw new Error(`There is no table ${name}.`);
          expect(await checkCase(db.admin, subjectOf(table, expectation), one)).toEqual([]);
        });
      });
    }
  });
}
