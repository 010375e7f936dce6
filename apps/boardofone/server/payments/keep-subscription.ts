import { AppError, type HookRequest } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { paymentEvents } from '../../db/schema/payment-events.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { changes } from '../changes.ts';
import { addSubscription } from './add-subscription.ts';
import { changeSubscription } from './change-subscription.ts';
import type { Payments } from './payments.ts';

/** What became of a word: `unknown` is a subscription that has nothing to do with this site. */
type Outcome = 'kept' | 'again' | 'unknown';

/** What keeping a subscription takes of a hook or a job. */
export type Keeper = Pick<HookRequest, 'asService' | 'realtime' | 'siteUrl' | 'log' | 'requestId'>;

const triesMax = 5;

/**
 * Asks the provider how a subscription stands and keeps the answer. Where another answer was kept meanwhile it is asked anew, so that
 * the one that stays is never older than any word of before.
 *
 * @param eventId the word that was the reason; it has an effect once
 */
export async function keepSubscription(
  keeper: Keeper,
  payments: Payments,
  providerId: string,
  eventId?: string,
): Promise<Outcome> {
  const { asService, realtime, siteUrl } = keeper;
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    const before = await asService('read a subscription', (tx) => readKept(tx, providerId));
    const provided = await payments.subscription(providerId, siteUrl);
    try {
      const { outcome, userId } = await asService('keep a subscription', async (tx) => {
        if (eventId && !(await isFirst(tx, eventId))) return { outcome: 'again' as const, userId: null };
        const change = before
          ? await changeSubscription(tx, keeper, before, provided)
          : await addSubscription(tx, keeper, provided);
        // Thrown, so that the word counts as not heard.
        if (change === 'overtaken') throw new Overtaken();
        return change;
      });
      if (userId) changes.announce({ user: { id: userId }, realtime });
      return outcome;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw new AppError('UNAVAILABLE');
}

class Overtaken extends Error {}

/** Of two that hear the same word at once the second waits here for the first. */
async function isFirst(tx: Tx, id: string): Promise<boolean> {
  const added = await tx
    .insert(paymentEvents)
    .values({ id })
    .onConflictDoNothing()
    .returning({ id: paymentEvents.id });
  return added.length > 0;
}

async function readKept(tx: Tx, id: string) {
  const { userId, tier, state, periodEndsAt, isEnding, version, providerId } = subscriptions;
  const [row] = await tx
    .select({ userId, tier, state, periodEndsAt, isEnding, version, providerId })
    .from(subscriptions)
    .where(eq(providerId, id));
  return row;
}

export type KeptSubscription = NonNullable<Awaited<ReturnType<typeof readKept>>>;

/** What a change of a subscription came to, and whose it is; overtaken where another answer was kept meanwhile. */
export type SubscriptionChange = { outcome: 'kept' | 'unknown'; userId: string | null } | 'overtaken';
