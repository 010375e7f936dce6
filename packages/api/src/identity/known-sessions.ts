import type { Session } from './session.ts';

/** How long a name or an address may be shown after it was changed elsewhere; a session is proved with each request regardless. */
const keptMs = 5_000;
const keptMax = 10_000;

/**
 * Which session a token belongs to: a bounded memory. What a token stands for never changes, only whether it still does, which the
 * memory does not know.
 */
export class KnownSessions {
  readonly #known = new Map<string, { session: Session; readAt: number }>();

  get(token: string): Session | undefined {
    const entry = this.#known.get(token);
    return entry && performance.now() - entry.readAt <= keptMs ? entry.session : undefined;
  }

  keep(token: string, session: Session): void {
    this.#known.delete(token);
    const [oldest] = this.#known.size >= keptMax ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(token, { session, readAt: performance.now() });
  }

  forget(token: string): void {
    this.#known.delete(token);
  }

  clear(): void {
    this.#known.clear();
  }
}
