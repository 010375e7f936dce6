import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import type { ModelPort } from '../port.ts';

/** What one person may use of language models in one day, by UTC; 0 for any amount. */
export interface ModelQuota {
  tokensPerDay: number;
  /** In US dollars; calls whose price nobody knows count for nothing. */
  usdPerDay: number;
}

/** A call that somebody wants to make. */
export interface CallToReserve {
  /** Any id that the call has; `releaseCall` takes the same. */
  id: string;
  /** The most that it can read. */
  inputTokens: number;
  /** The most that it can write. */
  outputTokens: number;
  /** As in `ModelRequest`. */
  model?: string | undefined;
  /** Who will be called, and knows what that costs. */
  models: Pick<ModelPort, 'priceOf'>;
  quota: ModelQuota;
}

/**
 * Reserves what a call may use, so that calls beside it count it as used. Answers undefined, or how long the day still lasts when
 * nothing is left of it: the day's use then exceeds its limit by at most one call. A reservation ends by itself after ten minutes.
 */
export async function reserveCall(tx: Tx, call: CallToReserve): Promise<number | undefined> {
  const { id, inputTokens, outputTokens, model, models, quota } = call;
  const limits = { tokens: quota.tokensPerDay || null, usd: quota.usdPerDay || null };
  const usd = models.priceOf({ inputTokens, outputTokens, model }) ?? '0';
  const [row] = await tx.execute<{ wait_ms: string | null }>(
    sql`select app.reserve_model_call(
      ${id}::uuid, ${inputTokens + outputTokens}::bigint, ${usd}::numeric, ${limits.tokens}::bigint, ${limits.usd}::numeric
    ) as wait_ms`,
  );
  return row?.wait_ms == null ? undefined : Number(row.wait_ms);
}

/** Ends a reservation, in the transaction that records what the call used. */
export async function releaseCall(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select app.release_model_call(${id}::uuid)`);
}
