import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import type { Subject } from './subject.ts';
import type { Row } from './table-expectation.ts';

/** Two people with a row each; the attempts are about the owner's. */
export interface Scene {
  ownerId: string;
  strangerId: string;
  /** The owner's row as it was made; only described, not inserted, when the attempt is to insert it. */
  target: Row;
  /** The stranger's row. */
  bystander: Row;
}

/** Makes the people and their rows as a superuser. */
export async function arrangeScene(
  sql: TransactionSql,
  { table, expectation }: Subject,
  insertTarget: boolean,
): Promise<Scene> {
  const insert = async (name: string, values: Row): Promise<Row> => {
    const [row] = await sql`insert into ${sql(name)} ${sql(values)} returning *`;
    return row ?? {};
  };
  const person = async (): Promise<string> => {
    const id = randomUUID();
    if (!expectation.isPerson) await insert('public.users', { id, email: `${id}@example.org` });
    return id;
  };
  const [ownerId, strangerId] = [await person(), await person()];
  const describe = async (id: string) => await expectation.row({ ownerId: id, insert, sql });
  const bystander = await insert(table.name, await describe(strangerId));
  const described = await describe(ownerId);
  const target = insertTarget ? await insert(table.name, described) : described;
  return { ownerId, strangerId, target, bystander };
}
