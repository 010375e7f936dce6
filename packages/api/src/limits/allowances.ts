import { createHmac } from 'node:crypto';
import type { ServiceDatabase } from '@commons/shared-db/service';
import { sql } from 'drizzle-orm';
import type { RateRule } from './rate-limiter.ts';

/** What somebody wants of the allowance of one key. */
export interface Demand {
  /** Whose allowance: any text; only a digest of it leaves the process. */
  key: string;
  rule: RateRule;
  wanted: number;
}

/** What they got of it. */
export interface Grant {
  granted: number;
  /** How long until one more is there, when less was granted than wanted. */
  retryAfterMs: number;
}

/** The allowances of everybody, counted in PostgreSQL and by its clock, so that all processes share them. */
export interface Allowances {
  /** Takes from several allowances at once; of each as much as is there. */
  take(demands: readonly Demand[]): Promise<Grant[]>;
  /** Takes one of each in this order, up to the first that has none; answers how long to wait for that one. */
  takeInOrder(demands: readonly Omit<Demand, 'wanted'>[]): Promise<number | undefined>;
  /** Gives back what was not used. */
  giveBack(demands: readonly Demand[]): Promise<void>;
  /** Makes an allowance whole again. */
  forget(key: string): Promise<void>;
}

/** Opens the allowances on the service login; processes that share them share the secret. */
export function openAllowances(service: ServiceDatabase, secret: string): Allowances {
  const digest = (key: string) => createHmac('sha256', secret).update(key).digest('base64url');
  const asJson = (demands: readonly Demand[]) =>
    JSON.stringify(
      demands.map(({ key, rule, wanted }) => ({ key: digest(key), ...rule, wanted: Math.round(wanted) })),
    );

  async function take(demands: readonly Demand[], stop: boolean): Promise<Grant[]> {
    const rows = await service.asService('take allowance', (tx) =>
      tx.execute<{ granted: number; retry_after_ms: string }>(
        sql`select granted, retry_after_ms from app.take_allowance(${asJson(demands)}::jsonb, ${stop}) order by place`,
      ),
    );
    return rows.map((row) => ({ granted: row.granted, retryAfterMs: Number(row.retry_after_ms) }));
  }

  return {
    take: (demands) => take(demands, false),
    async takeInOrder(demands) {
      const grants = await take(
        demands.map((demand) => ({ ...demand, wanted: 1 })),
        true,
      );
      const last = grants.at(-1);
      return last?.granted === 0 ? last.retryAfterMs : undefined;
    },
    giveBack: (demands) =>
      service.asService('return allowance', async (tx) => {
        await tx.execute(sql`select app.return_allowance(${asJson(demands)}::jsonb)`);
      }),
    forget: (key) =>
      service.asService('forget allowance', async (tx) => {
        await tx.execute(sql`select app.forget_allowance(${digest(key)})`);
      }),
  };
}
