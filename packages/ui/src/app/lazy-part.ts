import { type ComponentType, lazy } from 'react';

/**
 * A page or a dialog whose code is fetched when it is shown first; it belongs inside `Suspense`.
 *
 * @example
 * const StockPage = lazyPart(() => import('./stock/stock-page.tsx'), 'StockPage');
 */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }));
}
