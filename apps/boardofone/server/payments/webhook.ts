import { AppError, type AppHook, type HookRequest } from '@commons/api';
import { eq } from 'drizzle-orm';
import { paymentEvents } from '../../db/schema/payment-events.ts';
import { keepSubscription } from './keep-subscription.ts';
import type { PaymentSource } from './payments.ts';

/**
 * Where the provider tells that something has changed. Its word is checked, and is no more than a reason to ask it how things stand: so
 * words may come late, twice, at once or in any order. What cannot be asked now it tells again.
 */
export const paymentsWebhook = (source: PaymentSource): AppHook => ({
  path: '/payments/webhook',
  limit: { max: 3_000, per: 'minute' },
  async take(request) {
    const payments = await source();
    if (!payments) throw new AppError('NOT_FOUND');
    const { body, headers, now, log } = request;
    const { id: eventId, subscriptionId } = payments.readWord({ body, headers, now: now() });
    if (!subscriptionId) return void log.info({ eventId }, 'a word of payments is not for the board');
    if (await isKnown(request, eventId)) return void log.info({ eventId }, 'a word of payments came again');
    const outcome = await keepSubscription(request, payments, subscriptionId, eventId);
    log.info({ eventId, outcome }, 'a word of payments was heard');
  },
});

async function isKnown({ asService }: HookRequest, eventId: string): Promise<boolean> {
  const found = await asService('look for a word of payments', (tx) =>
    tx.select({ id: paymentEvents.id }).from(paymentEvents).where(eq(paymentEvents.id, eventId)),
  );
  return found.length > 0;
}
