import { AppError, type SignedInContext } from '@commons/api';
import { leaseUntil } from '@commons/api/answers';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { answerFromPlan, asksAboutMedicine } from '../../companion/dose-question.ts';
import { findTrigger, type SafetyTrigger } from '../../companion/safety.ts';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { safetyAlerts } from '../../db/schema/safety-alerts.ts';
import { tellAlert } from '../alerts/tell-alert.ts';
import { changeProfile } from '../care/change-profile.ts';
import { changes } from '../changes.ts';
import { lockSession } from './lock-session.ts';
import { plannedMedicines } from './planned-medicines.ts';
import { refuseExcess } from './refuse-excess.ts';
import { startTurn } from './run-turn.ts';
import { safetyReplies } from './safety-reply.ts';
import type { Said, SayTurn } from './schemas.ts';
import { sessionProfile } from './session-profile.ts';

/**
 * Keeps what the person said, and who answers it. Phrases of the safety list and questions about medicines are answered by rules,
 * here and now, whatever becomes of the model; only the rest is left to it.
 */
export async function sayTurn(ctx: SignedInContext, input: SayTurn): Promise<Said> {
  const trigger = findTrigger(input.content);
  if (trigger) {
    const profileId = await sessionProfile(ctx, input.sessionId);
    return changeProfile(ctx, profileId, (tx) => addAlarm(tx, ctx.now(), input, trigger));
  }
  const { said, isForModel, profileId } = await ctx.asUser((tx) => addExchange(tx, ctx, input));
  if (isForModel) startTurn(ctx, said.answerId);
  changes.announce(ctx, { profileId });
  return said;
}

/** The words, the answer to them, the alert and who is told are one transaction: none is kept without the others. */
async function addAlarm(tx: Tx, at: Date, input: SayTurn, trigger: SafetyTrigger): Promise<Said> {
  const { profileId, nextPosition } = await lockSession(tx, input.sessionId);
  const said = await alreadySaid(tx, input);
  if (said) return said;
  const answerId = uuidV7();
  await insertSaid(tx, input, profileId, nextPosition);
  await tx.insert(chatTurns).values({
    id: answerId,
    profileId,
    sessionId: input.sessionId,
    position: nextPosition + 1,
    role: 'companion',
    kind: 'safety',
    content: safetyReplies[trigger.kind],
    status: 'complete',
  });
  const id = uuidV7();
  await tx.insert(safetyAlerts).values({ id, profileId, turnId: input.id, ...trigger });
  await tellAlert(tx, { id, profileId, at });
  return { turnId: input.id, answerId };
}

async function addExchange(tx: Tx, ctx: SignedInContext, input: SayTurn) {
  const { profileId, nextPosition } = await lockSession(tx, input.sessionId);
  const there = await alreadySaid(tx, input);
  if (there) return { said: there, isForModel: false, profileId };
  const answerId = uuidV7();
  const answer = { id: answerId, profileId, sessionId: input.sessionId, position: nextPosition + 1 };
  const medicines = await plannedMedicines(tx, profileId, ctx.now());
  const isDose = asksAboutMedicine(input.content, medicines);
  if (!isDose) await refuseExcess(tx, ctx, { sessionId: input.sessionId, answerId, said: input.content });
  await insertSaid(tx, input, profileId, nextPosition);
  if (isDose) {
    const content = answerFromPlan(input.content, medicines);
    await tx
      .insert(chatTurns)
      .values({ ...answer, role: 'companion', kind: 'dose', content, status: 'complete' });
  } else {
    await tx
      .insert(chatTurns)
      .values({ ...answer, role: 'companion', status: 'streaming', leaseExpiresAt: leaseUntil() });
  }
  return { said: { turnId: input.id, answerId }, isForModel: !isDose, profileId };
}

async function insertSaid(
  tx: Tx,
  { id, sessionId, content }: SayTurn,
  profileId: string,
  position: number,
): Promise<void> {
  const inserted = await tx
    .insert(chatTurns)
    .values({ id, profileId, sessionId, position, role: 'person', content, status: 'complete' })
    .onConflictDoNothing({ target: chatTurns.id })
    .returning({ id: chatTurns.id });
  // The caller has looked for the id among their own turns, so this is somebody else's.
  if (inserted.length === 0) throw new AppError('NOT_FOUND');
}

/** The same turn sent again, with the answer that it has. */
async function alreadySaid(tx: Tx, { id, sessionId }: SayTurn): Promise<Said | undefined> {
  const [turn] = await tx
    .select({ sessionId: chatTurns.sessionId, position: chatTurns.position })
    .from(chatTurns)
    .where(eq(chatTurns.id, id));
  if (!turn) return undefined;
  if (turn.sessionId !== sessionId) throw new AppError('CONFLICT');
  const [answer] = await tx
    .select({ id: chatTurns.id })
    .from(chatTurns)
    .where(and(eq(chatTurns.sessionId, sessionId), eq(chatTurns.position, turn.position + 1)));
  if (!answer) throw new AppError('CONFLICT');
  return { turnId: id, answerId: answer.id };
}
