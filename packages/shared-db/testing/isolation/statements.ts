import type { TransactionSql } from 'postgres';
import type { Scene } from './arrange-scene.ts';
import type { IsolationCase } from './isolation-cases.ts';
import { type Subject, whereKey } from './subject.ts';
import type { Row } from './table-expectation.ts';

/** One way to try a case. */
export interface Statement {
  name: string;
  run(sql: TransactionSql, scene: Scene): Promise<Row[]>;
  /** What has to be so before, made by a superuser. */
  arrange?(sql: TransactionSql): Promise<unknown>;
  /** A broken constraint is as good as a denial. */
  acceptsAnyRefusal?: true;
}

/**
 * Every way to try a case. Without WHERE PostgreSQL does not ask the SELECT policies, so that UPDATE and DELETE policies then
 * stand on their own.
 */
export function statementsFor(subject: Subject, { attempt, actor, expected }: IsolationCase): Statement[] {
  const { table, expectation, key, ownerColumn } = subject;

  const insert = (name: string, rowOf: (scene: Scene) => Row): Statement => ({
    name,
    run: (sql, scene) => sql`insert into ${sql(table.name)} ${sql(rowOf(scene))}`,
  });
  const update = (valuesOf: (scene: Scene) => Row): Statement[] => [
    {
      name: 'UPDATE with WHERE',
      run: (sql, scene) =>
        sql`update ${sql(table.name)} set ${sql(valuesOf(scene))} ${whereKey(sql, subject, scene.target)}`,
    },
    {
      name: 'UPDATE without WHERE',
      run: (sql, scene) => sql`update ${sql(table.name)} set ${sql(valuesOf(scene))}`,
    },
  ];

  switch (attempt) {
    case 'select':
      return [
        {
          name: 'SELECT with WHERE',
          run: (sql, { target }) =>
            sql`select ${sql(key)} from ${sql(table.name)} ${whereKey(sql, subject, target)}`,
        },
        { name: 'SELECT without WHERE', run: (sql) => sql`select ${sql(key)} from ${sql(table.name)}` },
        // Needs the right to any one column, whereas the others need it to the key.
        ...(expected === 'denied'
          ? [
              {
                name: 'SELECT count(*)',
                run: (sql: TransactionSql) => sql`select count(*) from ${sql(table.name)}`,
              },
            ]
          : []),
      ];
    case 'insert':
      return [
        insert('INSERT', ({ target }) => target),
        // A plain foreign key looks through row-level security; one that includes the owner column does not.
        ...(actor === 'stranger' && ownerColumn && table.hasOwnedParents
          ? [
              {
                ...insert('INSERT of an own row under the owner’s parent', ({ target, strangerId }) => ({
                  ...target,
                  [ownerColumn]: strangerId,
                })),
                acceptsAnyRefusal: true as const,
              },
            ]
          : []),
      ];
    case 'update':
      return update(() => expectation.change);
    case 'delete':
      return [
        {
          name: 'DELETE with WHERE',
          run: (sql, { target }) => sql`delete from ${sql(table.name)} ${whereKey(sql, subject, target)}`,
        },
        { name: 'DELETE without WHERE', run: (sql) => sql`delete from ${sql(table.name)}` },
      ];
    case 'take':
      return update(({ ownerId, strangerId }) => ({
        [ownerColumn ?? '']: actor === 'owner' ? ownerId : strangerId,
      }));
    case 'give':
      // The grant leaves only the policy's WITH CHECK in the way.
      return update(({ strangerId }) => ({ [ownerColumn ?? '']: strangerId })).map((statement) => ({
        ...statement,
        arrange: (sql) =>
          sql`grant update (${sql(ownerColumn ?? '')}) on ${sql(table.name)} to authenticated`,
      }));
  }
}
