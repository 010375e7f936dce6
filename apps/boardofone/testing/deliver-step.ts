import { sql } from 'drizzle-orm';
import type { Step } from '../deliberation/step.ts';
import type { BoardPerson, RunningBoard } from './start-board.ts';

/** Hands a step to the workers once more, as a queue does whose worker did not answer in time. */
export async function deliverStep(
  { server }: RunningBoard,
  { userId }: BoardPerson,
  step: { sessionId: string; run: number; step: Step },
): Promise<void> {
  const key = crypto.randomUUID();
  await server.db.database.asUser({ userId, app: 'boardofone', requestId: 'test' }, (tx) =>
    tx.execute(sql`select app.enqueue('user.boardofone.step', ${JSON.stringify(step)}::jsonb, ${key}, 0)`),
  );
}
