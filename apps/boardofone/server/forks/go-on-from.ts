import { type Tx, uuidV7 } from '@commons/shared-db';
import { ownerFacts } from '../../db/schema/owner-facts.ts';
import type { EventData, PastEvent } from '../../deliberation/event.ts';
import { judgeRound } from '../engine/judge-round.ts';
import { keepCheckpoint } from '../engine/keep-checkpoint.ts';
import { changeSession, type LockedSession } from '../engine/lock-session.ts';
import { readMaterial } from '../engine/read-material.ts';
import { startRound } from '../engine/start-round.ts';
import { startVote } from '../engine/start-vote.ts';
import { phaseOfRound } from '../engine/works/position-work.ts';
import { record, recordPast } from '../log/record.ts';
import type { Owner } from '../owner.ts';
import type { CreateFork } from './schemas.ts';

interface From extends Pick<CreateFork, 'round' | 'change'> {
  subQuestions: string[];
  panel: EventData['panel_locked'];
  /** What happened at the table up to the round that is taken over. */
  events: PastEvent[];
}

/** Lets a what-if go on from what it took over: to the panel, to the next round, or to the vote where no round is left. */
export async function goOnFrom(tx: Tx, ctx: Owner, fork: LockedSession, from: From): Promise<void> {
  const { round, change, panel, events, subQuestions } = from;
  await approveAsBefore(tx, ctx, fork, subQuestions);
  if (change.kind === 'panel') {
    await changeSession(tx, fork, { phase: 'panel_selection', waitsFor: 'panel' });
    return record(tx, fork, ctx.now(), { type: 'panel_proposed', data: panel });
  }
  await record(tx, fork, ctx.now(), { type: 'panel_locked', data: panel });
  await recordPast(tx, fork, events);
  if (round === 0) {
    await assume(tx, ctx, fork, from);
    return startRound(tx, ctx, fork, 1);
  }
  await changeSession(tx, fork, { phase: phaseOfRound(round), roundNumber: round });
  const { end, interventions } = await judgeRound(tx, fork);
  // A panel that had settled is asked once more about what is new; with its rounds used up it votes.
  const hasSettled = end.stop !== null && change.kind === 'cap';
  const stop = isLast(fork) ? (end.stop ?? 'max_rounds') : hasSettled ? end.stop : null;
  await record(tx, fork, ctx.now(), { type: 'round_ended', data: { ...end, stop } }, ...interventions);
  await keepCheckpoint(tx, fork);
  await assume(tx, ctx, fork, from);
  if (stop === null) return startRound(tx, ctx, fork, round + 1);
  await changeSession(tx, fork, { stopReason: stop });
  return startVote(tx, ctx, fork);
}

const isLast = ({ roundNumber, maxRounds }: LockedSession): boolean => roundNumber > maxRounds;

/** The questions and options are those of the session that it begins from. */
async function approveAsBefore(
  tx: Tx,
  ctx: Owner,
  fork: LockedSession,
  subQuestions: string[],
): Promise<void> {
  await changeSession(tx, fork, { subQuestions, phase: 'panel_selection' });
  const { options } = await readMaterial(tx, fork, 0);
  await record(tx, fork, ctx.now(), {
    type: 'decomposition_approved',
    data: {
      subQuestions,
      options: options.map(({ id, label, description, isNothing }) => ({
        id,
        label,
        description,
        isNothing,
      })),
    },
  });
}

/** Tells the panel what is assumed, as a fact that its owner gives for the round that comes next. */
async function assume(tx: Tx, ctx: Owner, fork: LockedSession, { round, change }: From): Promise<void> {
  if (change.kind !== 'assumption') return;
  const factId = uuidV7();
  const next = round + 1;
  await tx.insert(ownerFacts).values({
    id: factId,
    userId: fork.userId,
    sessionId: fork.id,
    roundNumber: next,
    content: change.text,
  });
  await record(tx, fork, ctx.now(), {
    type: 'owner_said',
    data: { factId, round: next, text: change.text, answersId: null },
  });
}
