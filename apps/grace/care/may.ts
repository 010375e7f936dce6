import { type CareLevel, type CareScope, careLevels } from './schemas.ts';

/** A profile as its caller may use it. */
interface Granted {
  rights: { level: CareLevel; scopes: readonly CareScope[] };
}

/** Whether the grant has the scope and reaches the level; the policies decide in the end. */
export function may({ rights }: Granted, scope: CareScope, level: CareLevel): boolean {
  return rights.scopes.includes(scope) && careLevels.indexOf(rights.level) >= careLevels.indexOf(level);
}
