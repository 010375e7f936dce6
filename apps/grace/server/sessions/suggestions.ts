import type { SignedInContext } from '@commons/api';
import { suggest } from '../../companion/suggest.ts';
import { assertHolder } from '../care/rights.ts';
import { readMaterial } from './material.ts';
import type { SuggestionCard, SuggestTopics } from './schemas.ts';

/** What one could talk about now. */
export function suggestions(
  ctx: SignedInContext,
  { profileId, seed }: SuggestTopics,
): Promise<SuggestionCard[]> {
  return ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const found = suggest(await readMaterial(tx, profileId), seed);
    return found.map(({ key, title, reason }) => ({ key, title, reason }));
  });
}
