import type { CareLevel, CareScope } from './schemas.ts';

// Written out, because every page asks: the list of the schemas would bring zod to the first screen.
const reach: Record<CareLevel, number> = { view: 0, log: 1, manage: 2 };

/** A profile as its caller may use it. */
interface Granted {
  rights: { level: CareLevel; scopes: readonly CareScope[] };
}

/** Whether the grant has the scope and reaches the level; the policies decide in the end. */
export function may({ rights }: Granted, scope: CareScope, level: CareLevel): boolean {
  return rights.scopes.includes(scope) && reach[rights.level] >= reach[level];
}
