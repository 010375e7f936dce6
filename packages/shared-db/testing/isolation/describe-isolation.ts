import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseModule } from '../../src/migrate/database-module.ts';
import { createTestDatabase, type TestDatabase } from '../create-test-database.ts';
import { checkCase } from './check-case.ts';
import { checkDeparture } from './check-departure.ts';
import { checkCompleteness } from './check-table.ts';
import { isolationCases } from './isolation-cases.ts';
import { judgePolicies, type PolicyVerdict } from './policy-mutants.ts';
import { readTables } from './read-tables.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { IsolationExpectations, TableExpectation } from './table-expectation.ts';

/** What to test: the modules make the database, the schemas are the PostgreSQL schemas whose every table is tested. */
export interface IsolationSuite {
  modules?: readonly DatabaseModule[];
  schemas: readonly string[];
  expectations: IsolationExpectations;
}

// Each of some hundred changes is tried by up to as many cases.
const mutantsTimeoutMs = 180_000;

/**
 * Tests every table of the schemas: each command by each actor, with and without WHERE, and what becomes of a row when its person
 * leaves. A table without expectations fails, and
 * so does a policy that can be dropped or opened to everybody without any of these tests noticing. What was changed and what
 * noticed it is in the test's meta, which `pnpm mutants` prints.
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

    async function subject(name: string, expectation: TableExpectation): Promise<Subject> {
      const table = (await readTables(db.admin, schemas)).find((found) => found.name === name);
      if (!table) throw new Error(`There is no table ${name}.`);
      return subjectOf(table, expectation);
    }

    it('states expectations for every table and for nothing else', async () => {
      expect(await checkCompleteness(db.admin, schemas, expectations)).toEqual([]);
    });

    for (const [name, expectation] of Object.entries(expectations)) {
      describe(name, () => {
        it.each(isolationCases(expectation))('$title', async (one) => {
          expect(await checkCase(db.admin, await subject(name, expectation), one)).toEqual([]);
        });

        it('is given to its person, and keeps nothing of them when they leave', async () => {
          expect(await checkDeparture(db, await subject(name, expectation))).toEqual([]);
        });

        it('notices every hole that is opened in its policies, its grants or its row-level security', {
          timeout: mutantsTimeoutMs,
        }, async ({ task }) => {
          const verdicts = await judgePolicies(db.admin, schemas, { [name]: expectation });
          task.meta.policyVerdicts = verdicts;
          expect(verdicts.filter(({ killedBy }) => killedBy === undefined)).toEqual([]);
        });
      });
    }
  });
}

declare module 'vitest' {
  interface TaskMeta {
    /** What a run of `describeIsolation` did to policies and grants, and what noticed it. */
    policyVerdicts?: PolicyVerdict[];
  }
}
