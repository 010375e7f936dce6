import { AppError } from '@commons/api';
import type { Owner } from '../owner.ts';

/** Refuses a seat's own model whose price nobody lists, for no cap would hold it; without a price for the usual one there is none. */
export function refuseUnpriced(
  { models }: Pick<Owner, 'models'>,
  { seats }: { seats: readonly { model: string | null }[] },
): void {
  const isPriced = (model?: string) => models.priceOf({ inputTokens: 1, outputTokens: 1, model }) !== null;
  if (!isPriced()) return;
  const unpriced = seats.find(({ model }) => model !== null && !isPriced(model));
  if (!unpriced) return;
  throw new AppError('BAD_INPUT', {
    fields: {
      seats: [`Nobody lists a price for ${unpriced.model}, so the limit could not hold. Take another model.`],
    },
  });
}
