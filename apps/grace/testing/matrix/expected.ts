import type { Command } from '@commons/shared-db';
import { careLevels } from '../../care/schemas.ts';
import type { CaregiverAccess } from '../../db/access-matrix.ts';
import { isolation } from '../../db/isolation.ts';
import type { MatrixActor } from './actors.ts';

/** Whether the actor is to reach the holder's row, or the row in the holder's record that they wrote, by the command. */
export function isReached(
  table: string,
  access: CaregiverAccess,
  actor: MatrixActor,
  command: Command,
  isAuthor = false,
): boolean {
  const rights = isolation[table]?.rights ?? {};
  if (actor.as === 'holder') return rights.owner?.[command] === 1;
  if (actor.login === 'commons_service') {
    return rights.service?.[command] === 1 && !(command === 'select' && access.isNarrowForService);
  }
  if (actor.as !== 'person') return false;
  if (access.isShared && command === 'select') return true;
  const lowest = (isAuthor ? access.own : access)?.[command];
  const { grant, state, isElsewhere } = actor;
  if (!grant || state || isElsewhere || lowest === undefined || access.scope === undefined) return false;
  const isInScope = access.scope === 'any' || grant.scopes.includes(access.scope);
  return isInScope && careLevels.indexOf(grant.level) >= careLevels.indexOf(lowest);
}
