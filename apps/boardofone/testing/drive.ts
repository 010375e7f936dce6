import type { inferRouterOutputs } from '@trpc/server';
import { vi } from 'vitest';
import { viewOf } from '../deliberation/apply-event.ts';
import type { SessionEvent } from '../deliberation/event.ts';
import type { SessionView } from '../deliberation/view.ts';
import type { AppRouter } from '../server/router.ts';
import type { CreateSession } from '../server/sessions/schemas.ts';
import { ask, type BoardPerson, type ShownSession } from './start-board.ts';

/** The log of a session as it is read over HTTP. */
export async function readLog(person: BoardPerson, id: string): Promise<SessionEvent[]> {
  const events = await person.client.room.events.query({ id });
  // Dates are strings on the wire.
  return events.map((event) => ({ ...event, at: new Date(event.at) })) as SessionEvent[];
}

/** Waits until the room looks like this. */
export async function untilView(
  person: BoardPerson,
  id: string,
  is: (view: SessionView) => boolean,
  { timeout = 20_000 } = {},
): Promise<SessionView> {
  return vi.waitFor(
    async () => {
      const view = viewOf(await readLog(person, id));
      if (!is(view)) throw new Error(`The session is ${view.status} at ${view.phase}, event ${view.seq}.`);
      return view;
    },
    { timeout, interval: 50 },
  );
}

/** A question after the end, as it arrives over the wire. */
export type ShownFollowUp = inferRouterOutputs<AppRouter>['followUps']['ask'];

/** Waits until a question has an answer, or none for good. */
export async function untilSettled(
  person: BoardPerson,
  sessionId: string,
  id: string,
  { timeout = 20_000 } = {},
): Promise<ShownFollowUp> {
  return vi.waitFor(
    async () => {
      const { items } = await person.client.followUps.list.query({ sessionId });
      const followUp = items.find((one) => one.id === id);
      if (!followUp || followUp.status === 'asked') throw new Error('The question has no answer yet.');
      return followUp;
    },
    { timeout, interval: 50 },
  );
}

/** Approves what was proposed. */
export async function approve(person: BoardPerson, id: string): Promise<ShownSession> {
  const { subQuestions, options } = await untilView(person, id, ({ waitsFor }) => waitsFor === 'approval');
  const { version } = await person.client.sessions.byId.query({ id });
  return person.client.sessions.approve.mutate({
    id,
    version,
    subQuestions,
    options: options.map(({ label, description, isNothing }) => ({ label, description, isNothing })),
  });
}

/** Starts the panel that was proposed. */
export async function start(person: BoardPerson, id: string): Promise<ShownSession> {
  const { seats } = await untilView(person, id, ({ waitsFor }) => waitsFor === 'panel');
  const { version } = await person.client.sessions.byId.query({ id });
  return person.client.panel.start.mutate({
    id,
    version,
    seats: seats.map(({ personaCode, reason, baseWeight, model }) => ({
      code: personaCode,
      reason,
      weight: baseWeight === 1.5 ? 1.5 : 1,
      model,
    })),
  });
}

/** Puts a decision before the board and starts the proposed panel. */
export async function ready(person: BoardPerson, more: Partial<CreateSession> = {}): Promise<string> {
  const { id } = await ask(person, more);
  await approve(person, id);
  await start(person, id);
  return id;
}
