import { randomBytes } from 'node:crypto';
import postgres, { type Options, type Sql } from 'postgres';
import type { Listener, Notifications } from './notifications.ts';

/** Where to listen, and how carefully. */
export interface NotificationsOptions {
  /** An address that no pooler in transaction mode stands behind: such a one accepts LISTEN and forgets it. */
  url: string;
  /** How often the connection has to prove that it still hears. */
  probeEveryMs?: number;
  /** How long such a proof may take. */
  probeTimeoutMs?: number;
  /** Called when the connection is lost or turns out to be deaf, and when it hears again. */
  onChange?: (isListening: boolean) => void;
}

const backoffMsMax = 5_000;
const neverConnected = () => new Error('There is no connection to notify through.');

/** Opens the one connection of this process that listens. */
export function openNotifications(options: NotificationsOptions): Notifications {
  return new ListeningConnection(options);
}

class ListeningConnection implements Notifications {
  readonly started: Promise<void>;
  readonly #options: NotificationsOptions;
  readonly #listeners = new Map<string, Set<Listener>>();
  // A channel of its own, so that one process is not woken by the proofs of another.
  readonly #probeChannel = `commons_probe_${randomBytes(8).toString('hex')}`;
  #client: Sql | undefined;
  #isListening = false;
  #attempts = 0;
  #timer: NodeJS.Timeout | undefined;
  #answered: (() => void) | undefined;
  #closed = false;

  constructor(options: NotificationsOptions) {
    this.#options = options;
    this.started = this.#connect();
  }

  get isListening(): boolean {
    return this.#isListening;
  }

  async listen(channel: string, listener: Listener): Promise<() => void> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    // A failure is the connection's, and then every channel is listened to again.
    await this.#client?.unsafe(listenTo(channel)).catch(() => {});
    return () => {
      // Whoever stops twice must not silence somebody who has begun to listen meanwhile.
      if (!listeners.delete(listener) || listeners.size > 0) return;
      this.#listeners.delete(channel);
      void this.#client?.unsafe(`unlisten "${channel}"`).catch(() => {});
    };
  }

  async notify(channel: string, payloads: readonly string[]): Promise<void> {
    const client = this.#client;
    if (!client) throw neverConnected();
    await client`
      select pg_notify(${channel}, payload) from jsonb_array_elements_text(${client.json(payloads)}) as payload`;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#isListening = false;
    await this.#client?.end({ timeout: 1 });
  }

  async #connect(): Promise<void> {
    const client = this.#open();
    this.#client = client;
    try {
      await client.unsafe([this.#probeChannel, ...this.#listeners.keys()].map(listenTo).join(';'));
    } catch {
      this.#lose(client);
      return;
    }
    await this.#probe(client);
  }

  #open(): Sql {
    const client: Sql = postgres(this.#options.url, {
      max: 1,
      max_lifetime: null,
      connect_timeout: 5,
      fetch_types: false,
      prepare: false,
      connection: { application_name: 'commons: listen' },
      onnotice: () => {},
      onclose: () => this.#lose(client),
      // Not in the driver's types: its own listen() gives up for good when a reconnection fails.
      onnotify: (channel: string, payload: string) => this.#hear(channel, payload),
    } as Options<Record<string, never>>);
    return client;
  }

  #hear(channel: string, payload: string): void {
    if (channel === this.#probeChannel) this.#answered?.();
    for (const listener of this.#listeners.get(channel) ?? []) listener.heard(payload);
  }

  /** Sends itself a word: a connection that is half dead, or behind a pooler, does not hear it. */
  async #probe(client: Sql): Promise<void> {
    const { probeEveryMs = 10_000, probeTimeoutMs = 3_000 } = this.#options;
    const outcome = Promise.withResolvers<boolean>();
    this.#answered = () => outcome.resolve(true);
    const timer = setTimeout(() => outcome.resolve(false), probeTimeoutMs);
    client.unsafe(`notify "${this.#probeChannel}"`).catch(() => outcome.resolve(false));
    const hears = await outcome.promise;
    clearTimeout(timer);
    if (this.#closed || client !== this.#client) return;
    if (!hears) {
      this.#miss();
      this.#lose(client);
      return;
    }
    this.#become(true);
    this.#timer = setTimeout(() => void this.#probe(client), probeEveryMs).unref();
  }

  #become(isListening: boolean): void {
    if (this.#isListening === isListening) return;
    this.#isListening = isListening;
    if (isListening && this.#attempts > 0) this.#miss();
    if (isListening) this.#attempts = 0;
    this.#options.onChange?.(isListening);
  }

  #miss(): void {
    for (const listeners of this.#listeners.values()) for (const listener of listeners) listener.missed();
  }

  #lose(client: Sql): void {
    if (client !== this.#client || this.#closed) return;
    this.#client = undefined;
    clearTimeout(this.#timer);
    void client.end({ timeout: 0 });
    this.#become(false);
    const backoffMs = Math.min(backoffMsMax, 50 * 2 ** this.#attempts) * (0.5 + Math.random() / 2);
    this.#attempts += 1;
    this.#timer = setTimeout(() => void this.#connect(), backoffMs).unref();
  }
}

const listenTo = (channel: string) => `listen "${channel}"`;
