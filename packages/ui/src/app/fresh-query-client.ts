import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query';

/**
 * A query client that loses no word of a change. By itself TanStack Query forgets that a query was invalidated when a read
 * arrives that had begun before, though what it brings may be older than the change: here it is read once more.
 */
export class FreshQueryClient extends QueryClient {
  readonly #again = new WeakMap<Query, Promise<void>>();

  override async invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options: InvalidateOptions = {},
  ): Promise<void> {
    // Any other read that is under way is cancelled and begun anew.
    const goesOn = ({ state }: Query) => state.data === undefined || options.cancelRefetch === false;
    const again = this.getQueryCache()
      .findAll(filters as InvalidateQueryFilters)
      .filter((query) => query.state.fetchStatus === 'fetching' && goesOn(query))
      .map((query) => this.#readOnceMore(query));
    await Promise.all([super.invalidateQueries(filters, options), ...again]);
  }

  /** However many changes there are during a read, one more is enough. */
  #readOnceMore(query: Query): Promise<void> {
    const known = this.#again.get(query);
    if (known) return known;
    const again = this.#readAfter(query);
    this.#again.set(query, again);
    return again;
  }

  async #readAfter(query: Query): Promise<void> {
    // Whoever shows the query tells how it ended.
    await query.promise?.catch(() => undefined);
    this.#again.delete(query);
    await super.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }
}
