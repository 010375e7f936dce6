import { uuidV7 } from '@commons/shared-db';

/** New ids in the place of those of another session; what is copied refers to its own kind alone. */
export class CopiedIds {
  readonly #copies = new Map<string, string>();

  /** The new id of a row that is copied. */
  of(id: string): string {
    const known = this.#copies.get(id);
    if (known) return known;
    const copy = uuidV7();
    this.#copies.set(id, copy);
    return copy;
  }

  /** The same for rows that are read in the order of their ids. */
  inOrder(ids: readonly string[]): void {
    const copies = ids.map(() => uuidV7()).toSorted();
    for (const [index, id] of ids.entries()) this.#copies.set(id, copies[index] ?? uuidV7());
  }

  ofOptional = (id: string | null): string | null => (id === null ? null : this.of(id));

  /** The same value with every id of a copied row replaced, however deep. */
  within<T>(value: T): T {
    return this.#replace(value) as T;
  }

  #replace(value: unknown): unknown {
    if (typeof value === 'string') return this.#copies.get(value) ?? value;
    if (Array.isArray(value)) return value.map((one) => this.#replace(one));
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#replace(one)]));
  }
}
