import { describe, expect, it, vi } from 'vitest';
import type { SessionStore } from '../identity/session-store.ts';
import { inProcessRealtime } from './in-process-realtime.ts';
import { sharedSessions } from './shared-sessions.ts';

const realtime = inProcessRealtime();

/** The sessions of one process, and how often it has looked again. */
function sessionsOfProcess(signal: AbortSignal, refresh = vi.fn(async () => {})) {
  // Safe because nothing else of a store is used here.
  const store = { refresh, close() {} } as unknown as SessionStore;
  return { refresh, shared: sharedSessions(store, realtime, signal) };
}

describe('sessions of several processes', () => {
  it('are looked at again everywhere as soon as one process ends one', async () => {
    const control = new AbortController();
    const [here, there] = [sessionsOfProcess(control.signal), sessionsOfProcess(control.signal)];
    await here.shared.refresh();

    expect(here.refresh).toHaveBeenCalled();
    await vi.waitFor(() => expect(there.refresh).toHaveBeenCalledOnce());
    control.abort();
  });

  it('are looked at again when word of them may have been missed', async () => {
    const control = new AbortController();
    const { refresh } = sessionsOfProcess(control.signal);
    realtime.resync();

    await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    control.abort();
  });

  it('go on listening after a look that failed', async () => {
    const control = new AbortController();
    const failing = vi.fn(async () => Promise.reject(new Error('the database is away')));
    sessionsOfProcess(control.signal, failing);
    realtime.resync();
    await vi.waitFor(() => expect(failing).toHaveBeenCalledOnce());
    realtime.resync();

    await vi.waitFor(() => expect(failing).toHaveBeenCalledTimes(2));
    control.abort();
  });
});
