import { errorLog, type Log, type PersonJob, type Realtime } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import { isOver } from '../../deliberation/states.ts';

type Listener = Pick<PersonJob<unknown>, 'user' | 'asUser' | 'realtime'> & { log: Pick<Log, 'warn'> };

const channelOf = (sessionId: string) => `boardofone:ended:${sessionId}`;

/** Tells whoever works on a session that it is over; call it once that is committed. */
export function announceEnd({ realtime }: { realtime: Realtime }, sessionId: string): void {
  realtime.publish(channelOf(sessionId), {});
}

/** Aborts when the session ends, in whichever process; dispose of it when the work is done. */
export function onEnd(job: Listener, sessionId: string): Disposable & { signal: AbortSignal } {
  const ended = new AbortController();
  const listening = new AbortController();
  const messages = job.realtime.subscribe(channelOf(sessionId), listening.signal);
  const listen = async () => {
    for await (const _ of messages) if (await hasEnded(job, sessionId)) ended.abort();
  };
  // Without word the answer is thrown away when it comes.
  listen().catch((error) => job.log.warn({ error: errorLog(error) }, 'nobody listens for the end'));
  return { signal: ended.signal, [Symbol.dispose]: () => listening.abort() };
}

async function hasEnded({ asUser, user }: Listener, id: string): Promise<boolean> {
  const [session] = await asUser((tx) =>
    tx
      .select({ status: sessions.status })
      .from(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, user.id))),
  );
  return !session || isOver(session.status);
}
