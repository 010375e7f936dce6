import type { Command } from '@commons/shared-db';
import { type Arrange, rolledBack, type TestDatabase } from '@commons/shared-db/testing';
import { accessMatrix, type CaregiverAccess } from '../../db/access-matrix.ts';
import { matrixActors } from './actors.ts';
import { arrangeMatrix } from './arrange-scene.ts';
import { isReached } from './expected.ts';
import { type Attempt, tryCommand } from './try-command.ts';

type Sql = TestDatabase['admin'] | Arrange['sql'];

const commands: readonly Command[] = ['select', 'insert', 'update', 'delete'];

/** How far to look, and which command first. */
export interface MatrixOptions {
  /** Ends at the first fault. */
  isQuick?: boolean;
  first?: Command;
}

/** Lets everybody try everything on one table and returns what was not as the matrix says, a sentence each. */
export function checkMatrix(sql: Sql, table: string, options: MatrixOptions = {}): Promise<string[]> {
  return rolledBack(sql, async (transaction) => {
    const access = accessMatrix[table] ?? {};
    const scene = await arrangeMatrix(transaction, table, access);
    const { first, isQuick = false } = options;
    const order = [...commands].toSorted((one, other) => Number(other === first) - Number(one === first));
    const faults: string[] = [];
    for (const command of order) {
      for (const actor of matrixActors) {
        for (const way of waysOf(access, command)) {
          if (isQuick && faults.length > 0) return faults;
          const attempt: Attempt = { table, access, actor, command, ...way };
          const isShown = way.isAnnounced || way.isAuthor || actor.as !== 'person';
          const isExpected = isReached(table, access, actor, command, way.isAuthor) && isShown;
          const outcome = await tryCommand(transaction, scene, attempt);
          if (outcome === (isExpected ? 'reached' : 'not reached')) continue;
          const how = way.isAuthor
            ? ' who wrote it'
            : way.isAnnounced
              ? ''
              : ' without a line in the access log';
          faults.push(`${table}: ${command} by ${actor.name}${how}: ${outcome}`);
        }
      }
    }
    return faults;
  });
}

/** With a line in the access log and without, and on a row of the actor's own, where the matrix makes a difference. */
function waysOf(access: CaregiverAccess, command: Command): Pick<Attempt, 'isAnnounced' | 'isAuthor'>[] {
  return [
    { isAnnounced: true },
    ...(access.isLogged && command === 'select' ? [{ isAnnounced: false }] : []),
    ...(access.own?.[command] ? [{ isAnnounced: false, isAuthor: true }] : []),
  ];
}
