/** A small event that names what changed; readers fetch the rows themselves, under their own rights. */
export type RealtimeEvent = Readonly<Record<string, string | number | boolean | null>>;

/** What a subscriber receives: an event, or word that it may have missed some and has to read everything again. */
export type RealtimeMessage<E extends RealtimeEvent = RealtimeEvent> =
  | { type: 'event'; event: E }
  | { type: 'resync' };

/**
 * Publish and subscribe by channel name, among all processes of a site. It carries ids only and wakes people up: what an event
 * says is never believed, but read again. Publish once the transaction has committed.
 */
export interface Realtime {
  publish(channel: string, event: RealtimeEvent): void;
  /**
   * Listens from this very call on, not from the first `next()`: subscribe, then read the backlog, then iterate,
   * and nothing falls between. The iteration ends when the signal aborts.
   */
  subscribe<E extends RealtimeEvent = RealtimeEvent>(
    channel: string,
    signal: AbortSignal,
  ): AsyncIterableIterator<RealtimeMessage<E>>;
}
