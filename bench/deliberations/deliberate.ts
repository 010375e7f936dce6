import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Visitor } from '../beside/visitor.ts';

interface Session {
  status: string;
  waitsFor: string | null;
  version: number;
  subQuestions: string[];
}

interface LoggedEvent {
  type: string;
  data: {
    subQuestions?: string[];
    options?: { label: string; description: string; isNothing: boolean }[];
    seats?: { personaCode: string; reason: string }[];
  };
}

const lookEveryMs = 1_000;

/** Puts a decision before the board and goes with it to its memo, as somebody with the page open does; answers how long it took. */
export async function deliberate(visitor: Visitor): Promise<number> {
  const id = randomUUID();
  const began = performance.now();
  const byId = () => visitor.query<Session>('/boardofone/trpc/sessions.byId', { id });
  const until = async (is: (session: Session) => boolean) => {
    for (let session = await byId(); ; session = await byId()) {
      if (is(session)) return session;
      if (session.status === 'paused' || session.status === 'failed')
        throw new Error(`It is ${session.status}.`);
      await wait(lookEveryMs);
    }
  };
  const lastOf = async (type: string) => {
    const events = await visitor.query<LoggedEvent[]>('/boardofone/trpc/room.events', { id });
    const found = events.findLast((event) => event.type === type);
    if (!found) throw new Error(`There is no ${type}.`);
    return found.data;
  };
  await visitor.mutate('/boardofone/trpc/sessions.create', {
    id,
    problem: 'Should we open a second bakery or extend the one we have?',
    context:
      'The bakery in Mill Street sells out by eleven. The rent for the second shop is 2,400 a month. Two of five bakers want to leave the night shift.',
    constraints: 'At most 60,000 in the first year.',
  });
  const proposed = await until(({ waitsFor }) => waitsFor === 'approval');
  const { subQuestions = [], options = [] } = await lastOf('decomposition_proposed');
  const parts = options.map(({ label, description, isNothing }) => ({ label, description, isNothing }));
  await visitor.mutate('/boardofone/trpc/sessions.approve', {
    id,
    version: proposed.version,
    subQuestions,
    options: parts,
  });
  const { version } = await until(({ waitsFor }) => waitsFor === 'panel');
  const { seats = [] } = await lastOf('panel_proposed');
  const chosen = seats.map(({ personaCode, reason }) => ({ code: personaCode, reason }));
  await visitor.mutate('/boardofone/trpc/panel.start', { id, version, seats: chosen });
  await until(({ status }) => status === 'completed');
  return performance.now() - began;
}
