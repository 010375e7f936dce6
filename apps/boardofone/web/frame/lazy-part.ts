import { type ComponentType, lazy } from 'react';

/** A page whose code is fetched when it is shown first; it belongs inside `Suspense`. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }));
}
