import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { changes } from '../changes.ts';
import { assertHolder } from './rights.ts';

/** One transaction on what is the holder's alone, such as the companion: only the holder's own tabs hear of it afterwards. */
export async function keepPrivate<T>(
  ctx: SignedInContext,
  profileId: string,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  const result = await ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    return run(tx);
  });
  changes.announce(ctx, { profileId });
  return result;
}
