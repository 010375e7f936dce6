import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';

/** A call that somebody wants to make. */
export interface CallToReserve {
  /** Any id that the call has; `releaseCall` takes the same. */
  id: string;
  /** The most that it can use, both ways. */
  tokens: number;
  /** What the person may use in one day, by UTC. */
  tokensPerDay: number;
}

/**
 * Reserves what a call may use, so that calls beside it count it as used. Answers undefined, or how long the day still lasts when
 * nothing is left of it: the day's use then exceeds its limit by at most one call. A reservation ends by itself after ten minutes.
 */
export async function reserveCall(
  tx: Tx,
  { id, tokens, tokensPerDay }: CallToReserve,
): Promise<number | undefined> {
  const [row] = await tx.execute<{ wait_ms: string | null }>(
    sql`select app.reserve_model_call(${id}::uuid, ${tokens}::bigint, ${tokensPerDay}::bigint) as wait_ms`,
  );
  return row?.wait_ms == null ? undefined : Number(row.wait_ms);
}

/** Ends a reservation, in the transaction that records what the call used. */
export async function releaseCall(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select app.release_model_call(${id}::uuid)`);
}
