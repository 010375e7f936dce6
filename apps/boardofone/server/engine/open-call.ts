import { createHash } from 'node:crypto';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import type { CallPurpose } from '../../deliberation/call.ts';
import { addUsd } from '../../money/add-usd.ts';
import { parseUsd } from '../../money/usd.ts';
import { changeSession, type LockedSession } from './lock-session.ts';
import type { Prepared, StepWork } from './step-work.ts';

/** A call under way, and what is set aside for it. */
export interface OpenCall {
  callId: string;
  purpose: CallPurpose;
  /** Counts from 1. */
  attempts: number;
  reservedCost: string;
  promptHash: string;
}

interface CallToOpen {
  step: string;
  work: Pick<StepWork<unknown>, 'purpose' | 'round' | 'seatId'>;
  prepared: Pick<Prepared<unknown>, 'system' | 'messages' | 'model' | 'speakerOrder'>;
  /** The most that it can cost, in US dollars. */
  worst: string;
}

/**
 * Sets aside what a call may cost, if the cap allows it. A call that was cut off by a crash keeps what was set aside for it, so that
 * nothing is counted twice; one that is settled, or has failed in this run, is not made again.
 */
export async function openCall(
  tx: Tx,
  session: LockedSession,
  { step, work, prepared, worst }: CallToOpen,
): Promise<OpenCall | 'done' | 'over cap'> {
  const { id: sessionId, userId, run } = session;
  const found = and(eq(calls.userId, userId), eq(calls.sessionId, sessionId), eq(calls.step, step));
  const [call] = await tx.select().from(calls).where(found);
  const isCutOff = call?.status === 'reserved';
  if (call?.status === 'settled' || (call?.status === 'failed' && call.run === run)) return 'done';
  const reservedCost = isCutOff ? call.reservedCost : worst;
  if (!isCutOff) {
    const reserved = addUsd(session.reservedCost, worst);
    if (parseUsd(addUsd(session.totalCost, reserved)) > parseUsd(session.capUsd)) return 'over cap';
    await changeSession(tx, session, { reservedCost: reserved });
  }
  const { speakerOrder } = prepared;
  const attempts = call && (isCutOff || call.run === run) ? call.attempts + 1 : 1;
  const promptHash = hashOf(prepared);
  const values = { run, reservedCost, promptHash, speakerOrder };
  const [opened] = call
    ? await tx
        .update(calls)
        .set({ ...values, status: 'reserved', attempts })
        .where(found)
        .returning({ id: calls.id })
    : await tx
        .insert(calls)
        .values({
          ...values,
          userId,
          sessionId,
          step,
          purpose: work.purpose,
          seatId: work.seatId,
          roundNumber: work.round,
        })
        .returning({ id: calls.id });
  return { callId: opened?.id ?? '', purpose: work.purpose, attempts, reservedCost, promptHash };
}

function hashOf({ system, messages, model }: CallToOpen['prepared']): string {
  return createHash('sha256').update(JSON.stringify({ system, messages, model })).digest('hex');
}
