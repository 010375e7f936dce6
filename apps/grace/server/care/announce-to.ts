import type { SignedInContext } from '@commons/api';
import { type Change, changes } from '../changes.ts';

/** Tells these people's open pages that something changed, once the transaction has committed. */
export function announceTo(ctx: SignedInContext, people: Iterable<string>, change: Change = {}): void {
  for (const id of new Set(people)) changes.announce({ ...ctx, user: { ...ctx.user, id } }, change);
}
