import { createOfflinePort } from '@commons/ai';
import type { Database } from '@commons/shared-db';
import { viewOf } from '../../deliberation/apply-event.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { type LockedSession, readSession } from '../../server/engine/lock-session.ts';
import { runStep, type StepHost } from '../../server/engine/run-step.ts';
import { stepsOf } from '../../server/engine/steps-of.ts';
import type { Owner } from '../../server/owner.ts';
import { startPanel } from '../../server/panel/start.ts';
import { readEvents } from '../../server/room/events.ts';
import { approveDecomposition } from '../../server/sessions/approve.ts';
import { createSession } from '../../server/sessions/create.ts';
import type { CreateSession } from '../../server/sessions/schemas.ts';

type Player = Owner & StepHost;

/** Plays sessions of a person by the engine itself, rehearsed, without a server that is running. */
export function playerOf(database: Database, userId: string, now: () => Date): Player {
  return {
    user: { id: userId },
    asUser: (run) => database.asUser({ userId, app: 'boardofone', requestId: 'seed' }, run),
    now,
    models: createOfflinePort({ paceMs: 0 }),
    modelQuota: undefined,
    signal: new AbortController().signal,
    log: { info: () => {}, warn: () => {} },
    // Nobody listens yet.
    realtime: { publish: () => {}, subscribe: nothing },
  };
}

async function* nothing() {}

/** Puts a decision before the board and lets it go on until it waits for its owner. */
export async function beginSession(player: Player, input: CreateSession): Promise<SessionView> {
  await createSession(player, input);
  return goOn(player, input.id);
}

/** Approves whatever is proposed, up to the memo. */
export async function playSession(player: Player, input: CreateSession): Promise<SessionView> {
  const { id } = input;
  const { subQuestions, options } = await beginSession(player, input);
  const { version } = await approveDecomposition(player, {
    id,
    version: 1,
    subQuestions,
    options: options.map(({ label, description, isNothing }) => ({ label, description, isNothing })),
  });
  const { seats } = await goOn(player, id);
  await startPanel(player, {
    id,
    version,
    seats: seats.map(({ personaCode, reason, baseWeight, model }) => ({
      code: personaCode,
      reason,
      weight: baseWeight > 1 ? 1.5 : 1,
      model,
    })),
  });
  return goOn(player, id);
}

/** Does what is to be done, step by step, until nothing is. */
async function goOn(player: Player, id: string): Promise<SessionView> {
  for (;;) {
    const { session, step } = await nextStep(player, id);
    if (!step) return viewOf(await readEvents(player, { id, after: 0 }));
    await runStep(player, { sessionId: id, run: session.run, step });
  }
}

function nextStep(player: Player, id: string) {
  return player.asUser(async (tx) => {
    const session: LockedSession = await readSession(tx, player.user.id, id);
    const { pending } = await stepsOf(tx, session);
    return { session, step: session.status === 'active' && !session.waitsFor ? pending[0] : undefined };
  });
}
