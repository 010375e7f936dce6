import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { announceTo } from './announce-to.ts';
import { peopleAround } from './people-around.ts';

/**
 * One transaction on one person's record. Once it has committed, everybody who could see that person before or can after hears of
 * it: somebody whose grant has just ended hears that too, and nothing later.
 *
 * @example
 * return changeProfile(ctx, profileId, async (tx) => { … });
 */
export async function changeProfile<T>(
  ctx: SignedInContext,
  profileId: string,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { result, people } = await ctx.asUser(async (tx) => {
    const before = await peopleAround(tx, profileId);
    if (!before.includes(ctx.user.id)) throw new AppError('NOT_FOUND');
    const result = await run(tx);
    return { result, people: [...before, ...(await peopleAround(tx, profileId))] };
  });
  announceTo(ctx, people, { profileId });
  return result;
}
