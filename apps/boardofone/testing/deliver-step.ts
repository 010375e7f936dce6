import { sql } from 'drizzle-orm';
import type { Step } from '../deliberation/step.ts';
import type { BoardPerson, RunningBoard } from './start-board.ts';

/** Hands a step to the workers once more, as a queue does whose worker did not answer in time. */
export async function deliverStep(
  { server }: RunningBoard,
  { userId }: BoardPerson,
  step: { sessionId: string; run: number; step: Step },
  { delaySeconds = 0 } = {},
): Promise<string> {
  const [key, data] = [crypto.randomUUID(), JSON.stringify(step)];
  const [row] = await server.db.database.asUser({ userId, app: 'boardofone', requestId: 'test' }, (tx) =>
    tx.execute<{ id: string }>(
      sql`select app.enqueue('user.boardofone.step', ${data}::jsonb, ${key}, ${delaySeconds}::int) as id`,
    ),
  );
  return row?.id ?? '';
}

/** The same for the last time: when it comes to nothing, nobody tries it again. */
export async function deliverLast(
  board: RunningBoard,
  person: BoardPerson,
  step: Parameters<typeof deliverStep>[2],
): Promise<void> {
  const id = await deliverStep(board, person, step, { delaySeconds: 3_600 });
  await board.server.db.admin`update pgboss.job set retry_limit = 0, start_after = now() where id = ${id}`;
}
