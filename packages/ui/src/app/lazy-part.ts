import { type ComponentType, lazy } from 'react';
import { MissingPart } from './missing-part.tsx';

/**
 * A page or a dialog whose code is fetched when it is shown first; it belongs inside `Suspense`. Where the code cannot be fetched, the
 * rest of the page stays, and its place says so.
 *
 * @example
 * const StockPage = lazyPart(() => import('./stock/stock-page.tsx'), 'StockPage');
 */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: (await load())[name] };
    } catch {
      return { default: MissingPart };
    }
  });
}
