import { type ModelErrorCode, type ModelFinish, releaseCall } from '@commons/ai';
import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import type { CallStatus } from '../../deliberation/call.ts';
import type { NewEvent } from '../../deliberation/event.ts';
import { addUsd, subtractUsd } from '../../money/add-usd.ts';
import { changeSession, type LockedSession } from './lock-session.ts';
import type { OpenCall } from './open-call.ts';

interface Settlement {
  status: Exclude<CallStatus, 'reserved'>;
  /** What it used; undefined where nobody knows, and nothing is counted. */
  finish: ModelFinish | undefined;
  errorCode?: ModelErrorCode;
}

/** Whether nobody else has settled the call: of two who made it, after a crash that was none, the first is kept. */
export async function isOpen(tx: Tx, { userId }: LockedSession, { callId }: OpenCall): Promise<boolean> {
  const [call] = await tx
    .select({ status: calls.status })
    .from(calls)
    .where(and(eq(calls.id, callId), eq(calls.userId, userId)));
  return call?.status === 'reserved';
}

/** Counts what a call has cost whose answer came too late: the money is spent all the same. */
export async function chargeLate(
  tx: Tx,
  session: LockedSession,
  { callId }: OpenCall,
  finish: ModelFinish,
): Promise<NewEvent[]> {
  const cost = finish.costUsd ?? '0';
  const [row] = await tx
    .update(calls)
    .set({ cost: sql`${calls.cost} + ${cost}` })
    .where(and(eq(calls.id, callId), eq(calls.userId, session.userId)))
    .returning({ step: calls.step });
  return addToTotal(tx, session, { step: row?.step ?? '', cost, finish });
}

/** Puts what a call has cost in the place of what was set aside for it; answers what the log is to say. */
export async function settleCall(
  tx: Tx,
  session: LockedSession,
  call: Pick<OpenCall, 'callId' | 'reservedCost'>,
  { status, finish, errorCode }: Settlement,
): Promise<NewEvent[]> {
  const cost = finish?.costUsd ?? '0';
  await releaseCall(tx, call.callId);
  const [row] = await tx
    .update(calls)
    .set({
      status,
      run: session.run,
      // A call that is tried again costs what all its attempts do.
      cost: sql`${calls.cost} + ${cost}`,
      inputTokens: finish?.inputTokens ?? null,
      outputTokens: finish?.outputTokens ?? null,
      provider: finish?.provider ?? null,
      model: finish?.model ?? null,
      // What is taken back untold is still made again for the reason that it had.
      errorCode: status === 'again' ? errorCode : (errorCode ?? null),
    })
    .where(and(eq(calls.id, call.callId), eq(calls.userId, session.userId)))
    .returning({ step: calls.step });
  await changeSession(tx, session, {
    reservedCost: subtractUsd(session.reservedCost, call.reservedCost),
  });
  return finish ? addToTotal(tx, session, { step: row?.step ?? '', cost, finish }) : [];
}

async function addToTotal(
  tx: Tx,
  session: LockedSession,
  { step, cost, finish }: { step: string; cost: string; finish: ModelFinish },
): Promise<NewEvent[]> {
  const tokens = (finish.inputTokens ?? 0) + (finish.outputTokens ?? 0);
  await changeSession(tx, session, {
    totalCost: addUsd(session.totalCost, cost),
    totalTokens: session.totalTokens + tokens,
  });
  return [{ type: 'cost_settled', data: { step, cost, tokens, isPriced: finish.costUsd !== null } }];
}
