/** Who listens on a channel. */
export interface Listener {
  heard(payload: string): void;
  /** Some notifications may never arrive: whatever depends on them is to be read again. */
  missed(): void;
}

/** LISTEN and NOTIFY on one connection, which is opened again whenever it is lost. */
export interface Notifications {
  /** Resolves when the first attempt to listen has succeeded or failed; it never rejects. */
  readonly started: Promise<void>;
  /** Whether a notification that is sent now would be heard. */
  readonly isListening: boolean;
  /** Resolves once the listener hears, or will after a reconnection; it does so until the returned function is called. */
  listen(channel: string, listener: Listener): Promise<() => void>;
  /**
   * Sends payloads of at most 7,999 bytes each in one statement, outside any transaction of the caller.
   *
   * @throws when the connection is lost or not there; then they may or may not have been sent
   */
  notify(channel: string, payloads: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
