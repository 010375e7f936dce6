import type { Sql, TransactionSql } from 'postgres';
import { checkCase } from './check-case.ts';
import { isolationCases } from './isolation-cases.ts';
import { readTables } from './read-tables.ts';
import { subjectOf } from './subject.ts';
import type { IsolationExpectations, TableExpectation } from './table-expectation.ts';

/** Tries every case of one table and returns what was not as expected, a sentence each. */
export async function checkTable(
  admin: Sql | TransactionSql,
  name: string,
  expectation: TableExpectation,
): Promise<string[]> {
  const table = (await readTables(admin, [name.split('.')[0] ?? ''])).find((one) => one.name === name);
  if (!table) return [`There is no table ${name}.`];
  const subject = subjectOf(table, expectation);
  const violations: string[] = [];
  for (const one of isolationCases(expectation)) violations.push(...(await checkCase(admin, subject, one)));
  return violations;
}

/** Tables without stated expectations, and expectations without a table, a sentence each. */
export async function checkCompleteness(
  admin: Sql | TransactionSql,
  schemas: readonly string[],
  expectations: IsolationExpectations,
): Promise<string[]> {
  const names = (await readTables(admin, schemas)).map((table) => table.name);
  return [
    ...names
      .filter((name) => !(name in expectations))
      .map((name) => `${name} has no expectations: state who may do what with it.`),
    ...Object.keys(expectations)
      .filter((name) => !names.includes(name))
      .map((name) => `${name} has expectations, but there is no such table in ${schemas.join(', ')}.`),
  ];
}
