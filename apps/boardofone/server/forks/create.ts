import { AppError } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { sessions } from '../../db/schema/sessions.ts';
import { isOver } from '../../deliberation/states.ts';
import { lockAccount } from '../account/lock-account.ts';
import { changes } from '../changes.ts';
import { type LockedSession, lockSession } from '../engine/lock-session.ts';
import { readLog } from '../log/read-log.ts';
import { record } from '../log/record.ts';
import type { Owner } from '../owner.ts';
import { refuseUnpriced } from '../panel/refuse-unpriced.ts';
import { admitSession } from '../sessions/admit-session.ts';
import { sessionById } from '../sessions/by-id.ts';
import { isThere } from '../sessions/is-there.ts';
import type { Session } from '../sessions/schemas.ts';
import { seedOf } from '../sessions/seed-of.ts';
import { copyRows } from './copy-rows.ts';
import { panelAt, takenOver } from './fork-point.ts';
import { goOnFrom } from './go-on-from.ts';
import type { CreateFork } from './schemas.ts';

/** Begins a session anew from the end of one of its rounds, with one thing changed; sent again under the same id it adds nothing. */
export async function createFork(ctx: Owner, input: CreateFork): Promise<Session> {
  const { id, sessionId, round } = input;
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    // Held first, as whoever starts a panel does, so that nobody deletes it meanwhile.
    const parent = await lockSession(tx, userId, sessionId);
    const standing = await lockAccount(tx, userId);
    // Sent again, because the answer was lost: what was admitted once is not judged anew.
    if (await isThere(tx, userId, id)) return;
    if (!isOver(parent.status)) {
      throw new AppError('CONFLICT', { message: 'This session is not over. End it first, or let it end.' });
    }
    const log = await readLog(tx, { id: sessionId, userId, after: 0 });
    const { seats } = panelAt(log, round);
    refuseUnpriced(ctx, { seats });
    const terms = termsOf(parent, input);
    await admitSession(tx, ctx, standing, { seatsWanted: seats.length, capUsd: terms.capUsd });
    const fork = await addSession(tx, parent, input, terms);
    if (!fork) return;
    const ids = await copyRows(tx, parent, fork, round);
    await record(tx, fork, ctx.now(), {
      type: 'session_created',
      data: { ...terms, forkedFrom: { sessionId, round } },
    });
    await audit(tx, { action: 'session_created', resourceType: 'session', resourceId: id });
    const panel = ids.within({ seats });
    const events = ids.within(takenOver(log, round));
    const { subQuestions } = parent;
    await goOnFrom(tx, ctx, fork, { ...input, subQuestions, panel, events });
  });
  changes.announce(ctx, { sessionId: id });
  return sessionById(ctx, { id });
}

interface Terms {
  capUsd: string;
  maxRounds: number;
}

function termsOf({ capUsd, maxRounds }: LockedSession, { change, round }: CreateFork): Terms {
  if (change.kind === 'cap') return { capUsd: change.capUsd, maxRounds };
  if (change.kind !== 'rounds') return { capUsd, maxRounds };
  if (round > change.maxRounds + 1) {
    throw new AppError('BAD_INPUT', {
      fields: { maxRounds: ['More rounds than that are taken over. Begin earlier, or allow more.'] },
    });
  }
  return { capUsd, maxRounds: change.maxRounds };
}

async function addSession(
  tx: Tx,
  parent: LockedSession,
  { id, round, change }: CreateFork,
  terms: Terms,
): Promise<LockedSession | undefined> {
  const { userId, problem, context, constraints, decideBy, reversibility, template } = parent;
  const { seatsWanted, answerWaitSeconds } = parent;
  const [added] = await tx
    .insert(sessions)
    .values({
      id,
      userId,
      problem,
      context,
      constraints,
      decideBy,
      reversibility,
      template,
      seatsWanted,
      answerWaitSeconds,
      ...terms,
      seed: seedOf(id),
      forkedFrom: parent.id,
      forkedRound: round,
      forkChange: change,
    })
    .onConflictDoNothing({ target: sessions.id })
    .returning({ id: sessions.id });
  return added && lockSession(tx, userId, id);
}
