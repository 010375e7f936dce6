import type { RateRule } from './rate-limiter.ts';

/** How often one person may call one procedure. */
export interface CallLimit {
  max: number;
  per: 'second' | 'minute' | 'hour' | 'day';
}

/** What a procedure may say about itself with `.meta()`. */
export interface ProcedureMeta {
  /**
   * A limit of its own instead of the general one, for what is expensive.
   * @example signedInProcedure.meta({ limit: { max: 30, per: 'minute' } })
   */
  limit?: CallLimit;
}

const msOf = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The rule that counts for a limit. */
export function ruleOf({ max, per }: CallLimit): RateRule {
  return { max, windowMs: msOf[per] };
}
