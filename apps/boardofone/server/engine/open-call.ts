import type { ModelErrorCode } from '@commons/ai';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import type { CallPurpose } from '../../deliberation/call.ts';
import { addUsd } from '../../money/add-usd.ts';
import { parseUsd } from '../../money/usd.ts';
import { changeSession, type LockedSession } from './lock-session.ts';
import { promptHash } from './prompt-hash.ts';
import type { Prepared, StepWork } from './step-work.ts';

/** A call under way, and what is set aside for it. */
export interface OpenCall {
  callId: string;
  purpose: CallPurpose;
  /** Counts from 1. */
  attempts: number;
  reservedCost: string;
  promptHash: string;
  /** Whether it is made again because the answer before made no sense, and not because it failed or was cut off. */
  isAskedAgain: boolean;
}

interface CallToOpen {
  step: string;
  work: Pick<StepWork<unknown>, 'purpose' | 'round' | 'seatId'>;
  prepared: Pick<Prepared<unknown>, 'system' | 'messages' | 'model' | 'speakerOrder'>;
  /** The most that it can cost, in US dollars. */
  worst: string;
  /** What the session may cost, whatever its own row says. */
  capMaxUsd: number;
  /** Takes what the call may use out of the person's share of the day; false when nothing is left of that. */
  reserveShare: (callId: string) => Promise<boolean>;
}

/** The answer came, and made no sense. */
export const malformed: ModelErrorCode = 'MODEL_MALFORMED';

/** Why a call is not made: its result is there, or nothing is left to pay for it with. */
type Unopened = 'done' | 'over cap' | 'over share';

/**
 * Sets aside what a call may cost, if the cap allows it. A call that was cut off by a crash keeps what was set aside for it, so that
 * nothing is counted twice; one that is settled, or has failed in this run, is not made again.
 */
export async function openCall(
  tx: Tx,
  session: LockedSession,
  { step, work, prepared, worst, capMaxUsd, reserveShare }: CallToOpen,
): Promise<OpenCall | Unopened> {
  const { id: sessionId, userId, run } = session;
  const found = and(eq(calls.userId, userId), eq(calls.sessionId, sessionId), eq(calls.step, step));
  const [call] = await tx.select().from(calls).where(found);
  const isCutOff = call?.status === 'reserved';
  if (call?.status === 'settled' || (call?.status === 'failed' && call.run === run)) return 'done';
  const reservedCost = isCutOff ? call.reservedCost : worst;
  const reserved = isCutOff ? session.reservedCost : addUsd(session.reservedCost, worst);
  const total = parseUsd(addUsd(session.totalCost, reserved));
  if (!isCutOff && (total > parseUsd(session.capUsd) || total > parseUsd(String(capMaxUsd))))
    return 'over cap';
  const callId = call?.id ?? uuidV7();
  if (!(await reserveShare(callId))) return 'over share';
  await changeSession(tx, session, { reservedCost: reserved });
  const { speakerOrder } = prepared;
  const attempts = call && (isCutOff || call.run === run) ? call.attempts + 1 : 1;
  const hash = promptHash(prepared);
  // A call that was cut off stays with the job that made it, whatever run the session is in by now.
  const values = { run: isCutOff ? call.run : run, reservedCost, promptHash: hash, speakerOrder };
  if (call) {
    await tx
      .update(calls)
      .set({ ...values, status: 'reserved', attempts })
      .where(found);
  } else {
    const { purpose, seatId, round: roundNumber } = work;
    await tx
      .insert(calls)
      .values({ ...values, id: callId, userId, sessionId, step, purpose, seatId, roundNumber });
  }
  const isAskedAgain = call?.errorCode === malformed;
  return { callId, purpose: work.purpose, attempts, reservedCost, promptHash: hash, isAskedAgain };
}

/** A call that a job of this run has begun, and of whose answer nothing is known. */
export async function findCutOff(
  tx: Tx,
  { id: sessionId, userId }: LockedSession,
  { run, step }: { run: number; step: string },
): Promise<Pick<OpenCall, 'callId' | 'reservedCost'> | undefined> {
  const [call] = await tx
    .select({ callId: calls.id, reservedCost: calls.reservedCost })
    .from(calls)
    .where(
      and(
        eq(calls.userId, userId),
        eq(calls.sessionId, sessionId),
        eq(calls.step, step),
        eq(calls.status, 'reserved'),
        eq(calls.run, run),
      ),
    );
  return call;
}
