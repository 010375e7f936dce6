/** Most statements that one connection keeps prepared; each costs its backend some tens of kilobytes. */
const preparedMax = 200;
/** Most texts that are remembered as seen once; long lists of parameters make ever new ones. */
const seenMax = 1_000;

/**
 * Decides which queries of a connection are prepared: those whose text comes a second time, until there are enough of them.
 * postgres.js never gives a prepared statement up, so the number ends only with the connection.
 */
export class PreparedTexts {
  readonly #enabled: boolean;
  readonly #prepared = new Set<string>();
  #seenOnce = new Set<string>();

  constructor(enabled: boolean) {
    this.#enabled = enabled;
  }

  /** Whether to prepare this text now. */
  admit(text: string): boolean {
    if (!this.#enabled) return false;
    if (this.#prepared.has(text)) return true;
    if (this.#prepared.size >= preparedMax) return false;
    if (this.#seenOnce.delete(text)) {
      this.#prepared.add(text);
      return true;
    }
    if (this.#seenOnce.size >= seenMax) this.#seenOnce = new Set();
    this.#seenOnce.add(text);
    return false;
  }
}
