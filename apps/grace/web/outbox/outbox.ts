import { describeError } from '@commons/ui';
import { del, entries, set, type UseStore } from 'idb-keyval';
import type { OutboxItem } from './outbox-item.ts';

const prefix = 'grace:outbox:';

/** What became of an item that has left the outbox. */
export type Departure =
  | { item: OutboxItem; outcome: 'recorded' }
  | { item: OutboxItem; outcome: 'already_logged'; message: string };

/** What the server has refused for good; it stays here until somebody has looked. */
export interface Refused {
  item: OutboxItem;
  message: string;
}

interface OutboxOptions {
  store: UseStore;
  send: (item: OutboxItem) => Promise<unknown>;
  /** Reads again what the page shows: until then the item stands for what it says. */
  refresh: () => Promise<unknown>;
  onDeparture: (departure: Departure) => void;
  onRefused: (refused: Refused) => void;
}

/** Codes with which the server has said no for good; anything else may be different a moment later. */
const final = new Set(['BAD_INPUT', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE']);
/** Codes that are about this one report: the others may well be recorded. */
const own = new Set(['INTERNAL', 'STALE_VERSION']);

/**
 * Reports of doses until the server has them, kept in this browser. A report is written down before it is sent, and sent again
 * until there is an answer, also after the app was closed; the server records each id once.
 */
export class Outbox {
  #items: readonly OutboxItem[] = [];
  #sending: string | undefined;
  #flushing: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  get items(): readonly OutboxItem[] {
    return this.#items;
  }

  /** The one that is on its way just now. */
  get sendingId(): string | undefined {
    return this.#sending;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what an earlier visit left, and sends it. */
  async load(): Promise<void> {
    const kept = (await attempt(entries<string, OutboxItem>(this.#options.store))) ?? [];
    const known = new Set(this.#items.map(({ input }) => input.id));
    const left = kept.flatMap(([key, item]) =>
      key.startsWith(prefix) && !known.has(item.input.id) ? [item] : [],
    );
    this.#show(
      [...left, ...this.#items].toSorted((a, b) => a.input.actualAt.localeCompare(b.input.actualAt)),
    );
    await this.flush();
  }

  async add(item: OutboxItem): Promise<void> {
    await this.#write(item);
    await this.flush();
  }

  async remove(id: string): Promise<void> {
    this.#hide(id);
    await attempt(del(prefix + id, this.#options.store));
  }

  /** Sends what waits, one after the other, until the server is out of reach; what it fails over keeps nothing else waiting. */
  flush(): Promise<void> {
    this.#flushing ??= this.#sendAll().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  async #sendAll(): Promise<void> {
    const tried = new Set<string>();
    for (let item = this.#next(tried); item; item = this.#next(tried)) {
      tried.add(item.input.id);
      this.#sending = item.input.id;
      this.#notify();
      const isAnswered = await this.#sendOne(item);
      this.#sending = undefined;
      this.#notify();
      if (!isAnswered) return;
    }
  }

  #next(tried: ReadonlySet<string>): OutboxItem | undefined {
    return this.#items.find(({ problem, input }) => !problem && !tried.has(input.id));
  }

  async #sendOne(item: OutboxItem): Promise<boolean> {
    try {
      await this.#options.send(item);
      await this.#depart({ item, outcome: 'recorded' });
      return true;
    } catch (error) {
      const { code, title, text, details } = describeError(error);
      if (own.has(code)) {
        await this.#write({ ...item, hasWaited: true, fault: title });
        return true;
      }
      if (!final.has(code)) {
        const fault = code === 'OFFLINE' ? undefined : title;
        await this.#markWaiting(fault);
        return false;
      }
      if (details.kind === 'already_logged') {
        await this.#depart({ item, outcome: 'already_logged', message: text });
        return true;
      }
      const problem = { message: text, isPrnLimit: details.kind === 'prn_limit' };
      await this.#write({ ...item, problem });
      this.#options.onRefused({ item, message: text });
      return true;
    }
  }

  /** Somebody may let one go, or have it tried again, while the others are written down. */
  async #markWaiting(fault: string | undefined): Promise<void> {
    for (const { input } of this.#items) {
      const item = this.#items.find((one) => one.input.id === input.id);
      if (item) await this.#write({ ...item, hasWaited: true, fault });
    }
  }

  async #depart(departure: Departure): Promise<void> {
    const { id } = departure.item.input;
    await attempt(del(prefix + id, this.#options.store));
    await attempt(this.#options.refresh());
    this.#hide(id);
    this.#options.onDeparture(departure);
  }

  /** Each item by itself, so that two tabs never write over each other; a browser that keeps nothing still sends it. */
  async #write(item: OutboxItem): Promise<void> {
    const { id } = item.input;
    const at = this.#items.findIndex(({ input }) => input.id === id);
    this.#show(at < 0 ? [...this.#items, item] : this.#items.with(at, item));
    await attempt(set(prefix + id, item, this.#options.store));
  }

  #hide(id: string): void {
    this.#show(this.#items.filter(({ input }) => input.id !== id));
  }

  #show(items: readonly OutboxItem[]): void {
    this.#items = items;
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What fails here must not keep a report from being sent. */
async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
