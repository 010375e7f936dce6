import { describe, expect, it } from 'vitest';
import type { SignedInContext } from '../trpc/procedures.ts';
import { t } from '../trpc/trpc.ts';
import { inProcessRealtime } from './in-process-realtime.ts';
import { personalChanges } from './personal-changes.ts';

type Change = { noteId?: string; folderId?: string };

const realtime = inProcessRealtime();
const notes = personalChanges<Change>('notes');

/** A signed-in person whose session stands until it is ended. */
function person(id: string) {
  const session = { ended: new AbortController(), isValid: true };
  const user = { id, email: `${id}@example.org`, name: id };
  // Safe because following uses no more of a context than this.
  const ctx = {
    session: { id, expiresAt: new Date(), user },
    user,
    realtime,
    signal: AbortSignal.timeout(5_000),
    proof: { session: { id, expiresAt: new Date(), user }, selfProving: new Set(), demand: async () => {} },
    admit: () => undefined,
    openStream: () => () => {},
    settled() {},
    trace: () => undefined,
    sessionStillValid: async () => session.isValid,
    watchSession: () => ({ ended: session.ended.signal, [Symbol.dispose]() {} }),
  } as unknown as SignedInContext;
  const follow = async () => {
    const events = await t.createCallerFactory(notes.router)(ctx).follow();
    return (events as AsyncIterable<Change>)[Symbol.asyncIterator]();
  };
  return { ctx, session, follow };
}

/** Asks for the next event, and returns once the subscription listens. */
async function next(events: AsyncIterator<Change>) {
  const arriving = events.next();
  arriving.catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  return { arriving };
}

describe('word of personal changes', () => {
  it('says by ids what changed', async () => {
    const anna = person('anna');
    const { arriving } = await next(await anna.follow());
    notes.announce(anna.ctx, { noteId: 'a' });

    expect(await arriving).toEqual({ done: false, value: { noteId: 'a' } });
  });

  it('says without ids that anything may have changed, as after missed events', async () => {
    const anna = person('anna');
    const events = await anna.follow();
    const first = await next(events);
    notes.announce(anna.ctx);
    expect(await first.arriving).toEqual({ done: false, value: {} });

    const second = await next(events);
    realtime.resync();
    expect(await second.arriving).toEqual({ done: false, value: {} });
  });

  it('reaches the same person only, and in the same app only', async () => {
    const [anna, ben] = [person('anna'), person('ben')];
    const { arriving } = await next(await anna.follow());
    notes.announce(ben.ctx, { noteId: 'bens' });
    personalChanges<Change>('diary').announce(anna.ctx, { noteId: 'of another app' });
    notes.announce(anna.ctx, { noteId: 'annas' });

    expect((await arriving).value).toEqual({ noteId: 'annas' });
  });

  it('ends with the session, also when nothing ever changes', async () => {
    const anna = person('anna');
    const { arriving } = await next(await anna.follow());
    anna.session.ended.abort();

    await expect(arriving).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('says nothing once the session has ended', async () => {
    const anna = person('anna');
    const { arriving } = await next(await anna.follow());
    anna.session.isValid = false;
    notes.announce(anna.ctx, { noteId: 'a' });

    await expect(arriving).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
