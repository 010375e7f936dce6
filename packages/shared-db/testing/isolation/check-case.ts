import type { Sql, TransactionSql } from 'postgres';
import { actAs } from './act-as.ts';
import { arrangeScene } from './arrange-scene.ts';
import type { IsolationCase } from './isolation-cases.ts';
import { rolledBack } from './rolled-back.ts';
import { type Statement, statementsFor } from './statements.ts';
import { isSameRow, type Subject, whereKey } from './subject.ts';
import type { Row } from './table-expectation.ts';

/** Tries one case in every way, rolls it back and returns what was not as expected, a sentence each. */
export async function checkCase(
  admin: Sql | TransactionSql,
  subject: Subject,
  isolationCase: IsolationCase,
): Promise<string[]> {
  const violations: string[] = [];
  for (const statement of statementsFor(subject, isolationCase)) {
    const faults = await rolledBack(admin, (sql) => tryStatement(sql, subject, isolationCase, statement));
    violations.push(
      ...faults.map(
        (fault) => `${subject.table.name}: ${isolationCase.title}, but ${statement.name} ${fault}`,
      ),
    );
  }
  return violations;
}

async function tryStatement(
  sql: TransactionSql,
  subject: Subject,
  { attempt, actor, expected, sparesBystander }: IsolationCase,
  statement: Statement,
): Promise<string[]> {
  const scene = await arrangeScene(sql, subject, attempt !== 'insert');
  const look = async (row: Row) => {
    const [found] = await sql`
      select to_jsonb(seen)::text as content from ${sql(subject.table.name)} as seen ${whereKey(sql, subject, row)}`;
    return found?.content as string | undefined;
  };
  const rows = attempt === 'insert' ? [scene.bystander] : [scene.target, scene.bystander];
  const before = await Promise.all(rows.map(look));
  await statement.arrange?.(sql);
  const answer = await actAs(sql, actor, scene, (as) => statement.run(as, scene));
  const after = await Promise.all(rows.map(look));

  if ('refused' in answer) {
    const isRight = expected === 'denied' && (answer.refused === '42501' || statement.acceptsAnyRefusal);
    return isRight ? [] : [`failed with ${answer.refused}: ${answer.message}`];
  }
  const reaches = (row: Row): boolean =>
    answer.rows.some((found) => isSameRow(subject, found, row)) ||
    (rows.includes(row) && before[rows.indexOf(row)] !== after[rows.indexOf(row)]);
  const reached = attempt === 'insert' || reaches(scene.target);
  return [
    ...(expected === 'denied' ? ['was let through'] : []),
    ...(expected === 0 && reached ? ['reached it'] : []),
    ...(expected === 1 && !reached ? ['reached nothing'] : []),
    ...(sparesBystander && reaches(scene.bystander) ? ['reached the row of somebody else'] : []),
  ];
}
