import { AsyncLocalStorage } from 'node:async_hooks';
import { users } from '@commons/shared-db';
import { type ServiceDatabase, sessions } from '@commons/shared-db/service';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { batched } from './batched.ts';
import { KnownSessions } from './known-sessions.ts';
import type { Session } from './session.ts';

/** Reads sessions for the hot path and watches those that hold a stream open. */
export interface SessionStore {
  /** The live session of a token; an answer is reused for at most 250 ms. */
  find(token: string): Promise<Session | null>;
  /** The session that a token belongs to, perhaps from memory: whether it still stands has to be proved unless it `isFresh`. */
  identify(token: string): Promise<{ session: Session; isFresh: boolean } | null>;
  /** Whether the token still stands for this session now. */
  prove(token: string, session: Session): Promise<boolean>;
  /** Forgets a token that was found to have ended. */
  forget(token: string): void;
  /** Aborts the watch's signal once the session is gone, at the latest some seconds after another process ended it. */
  watch(token: string): SessionWatch;
  /** Forgets what was read and looks again at every watched session; called when this process ends a session. */
  refresh(): Promise<void>;
  close(): void;
}

/** A session that is being watched until the watch is disposed of. */
export interface SessionWatch extends Disposable {
  readonly ended: AbortSignal;
}

const memoMs = 250;
const sweepMs = 5_000;

/** Opens the store on the service pool, the only login that may see sessions. */
export function openSessionStore(service: ServiceDatabase): SessionStore {
  // One caller's lookup serves others as well, so it must not run inside the caller's own database context.
  const outside = AsyncLocalStorage.snapshot();
  const read = batched((tokens: string[]) => outside(() => readSessions(service, tokens)));
  const known = new KnownSessions();
  const watches = new Map<string, Set<AbortController>>();
  let memo = new Map<string, Promise<Session | null>>();
  let memoSince = performance.now();

  /** Reads a session, at a time that is not before this call. */
  async function look(token: string): Promise<Session | null> {
    const session = (await read(token)) ?? null;
    if (session) known.keep(token, session);
    else forget(token);
    return session;
  }

  function forget(token: string): void {
    known.forget(token);
    memo.delete(token);
  }

  async function sweep(): Promise<void> {
    if (watches.size === 0) return;
    const asked = [...watches.keys()];
    const live = await readSessions(service, asked);
    // Of those that were asked for: a watch that began meanwhile is of a session nobody has looked for.
    for (const token of asked) {
      if (!live.has(token)) for (const controller of watches.get(token) ?? []) controller.abort();
    }
  }

  // A sweep that fails is made up for by the next; each event is checked on its own as well.
  const timer = setInterval(() => void sweep().catch(() => undefined), sweepMs).unref();

  return {
    find(token) {
      if (performance.now() - memoSince > memoMs) {
        memo = new Map();
        memoSince = performance.now();
      }
      const found = memo.get(token);
      if (found) return found;
      const session = look(token);
      memo.set(token, session);
      session.catch(() => memo.delete(token));
      return session;
    },

    async identify(token) {
      const remembered = known.get(token);
      if (remembered) return { session: remembered, isFresh: false };
      const session = await look(token);
      return session && { session, isFresh: true };
    },

    async prove(token, session) {
      const found = await look(token);
      return found?.id === session.id && found.user.id === session.user.id;
    },

    forget,

    watch(token) {
      const controller = new AbortController();
      const controllers = watches.get(token) ?? new Set();
      watches.set(token, controllers.add(controller));
      return {
        ended: controller.signal,
        [Symbol.dispose]() {
          controllers.delete(controller);
          if (controllers.size === 0) watches.delete(token);
        },
      };
    },

    async refresh() {
      memo = new Map();
      known.clear();
      // Whoever calls has done what they came for: a look that fails now is made up for by the next.
      await sweep().catch(() => undefined);
    },

    close: () => clearInterval(timer),
  };
}

async function readSessions(service: ServiceDatabase, tokens: string[]): Promise<Map<string, Session>> {
  const rows = await service.asService('check sessions', (tx) =>
    tx
      .select({
        token: sessions.token,
        id: sessions.id,
        expiresAt: sessions.expiresAt,
        userId: users.id,
        email: users.email,
        name: users.fullName,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(inArray(sessions.token, tokens), gt(sessions.expiresAt, sql`now()`))),
  );
  return new Map(
    rows.map(({ token, id, expiresAt, userId, email, name }) => [
      token,
      Object.freeze({ id, expiresAt, user: Object.freeze({ id: userId, email, name: name ?? '' }) }),
    ]),
  );
}
