import { modelUsage, type Tx } from '@commons/shared-db';
import type { ModelFinish } from './port.ts';

/** What one model call used, for whom and for what. */
export interface UsageRecord {
  userId: string;
  app: string;
  /** What the call was for, such as `answer` or `title`. */
  purpose: string;
  finish: ModelFinish;
  resourceType: string;
  resourceId: string | null;
}

/** Writes the row of the usage ledger, in the transaction that writes what the call produced. */
export async function recordUsage(tx: Tx, usage: UsageRecord): Promise<void> {
  const { finish, ...what } = usage;
  const { provider, model, inputTokens, outputTokens, costUsd, usageSource, pricedOn } = finish;
  await tx
    .insert(modelUsage)
    .values({ ...what, provider, model, inputTokens, outputTokens, costUsd, usageSource, pricedOn });
}
