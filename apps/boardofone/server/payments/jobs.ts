import { defineServiceJob } from '@commons/api';
import { and, asc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import { z } from 'zod';
import { paymentEvents } from '../../db/schema/payment-events.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { keepSubscription } from './keep-subscription.ts';
import type { PaymentSource } from './payments.ts';

const batch = 100;
const hourMs = 60 * 60_000;
/** Longer than any provider repeats itself. */
const wordsKeptMs = 40 * 24 * hourMs;

/** What is done about payments outside of requests. */
export const paymentJobs = (source: PaymentSource) =>
  [endLeft(source), readDue(source), forgetWords] as const;

/** Cancels what people paid for who have left, until the provider has agreed; then nothing of it is kept. */
const endLeft = (source: PaymentSource) =>
  defineServiceJob({
    name: 'boardofone.end-left-subscriptions',
    schema: z.object({}),
    schedule: { cron: '*/10 * * * *', timeZone: 'UTC' },
    async run({ asService, log, signal }) {
      const payments = await source();
      const left = await asService('find subscriptions of nobody', (tx) =>
        tx
          .select({ id: subscriptions.id, providerId: subscriptions.providerId })
          .from(subscriptions)
          .where(isNull(subscriptions.userId))
          .limit(batch),
      );
      if (left.length === 0) return;
      if (!payments)
        throw new Error('Somebody who has left still pays, and no provider is configured to cancel it with.');
      let failed: unknown;
      for (const { id, providerId } of left) {
        signal.throwIfAborted();
        try {
          await payments.cancel(providerId);
        } catch (error) {
          failed = error;
          continue;
        }
        await asService('forget a subscription', (tx) =>
          tx.delete(subscriptions).where(eq(subscriptions.id, id)),
        );
      }
      // Tried again soon, and by the next run at the latest.
      if (failed) throw failed;
      log.info({ cancelled: left.length }, 'subscriptions of people who have left are cancelled');
    },
  });

/** Asks about what should have gone on or ended an hour ago, in case that the provider's word was lost. */
const readDue = (source: PaymentSource) =>
  defineServiceJob({
    name: 'boardofone.read-due-subscriptions',
    schema: z.object({}),
    schedule: { cron: '23 * * * *', timeZone: 'UTC' },
    async run({ id, asService, log, realtime, siteUrl, now, signal }) {
      const payments = await source();
      if (!payments) return;
      const due = and(
        isNotNull(subscriptions.userId),
        inArray(subscriptions.state, ['active', 'past_due', 'unpaid']),
        lt(subscriptions.periodEndsAt, new Date(now().getTime() - hourMs)),
      );
      const found = await asService('find subscriptions that are due', (tx) =>
        tx
          .select({ providerId: subscriptions.providerId })
          .from(subscriptions)
          .where(due)
          .orderBy(asc(subscriptions.updatedAt))
          .limit(batch),
      );
      const keeper = { asService, realtime, siteUrl, log, requestId: `job ${id}` };
      let failed: unknown;
      for (const { providerId } of found) {
        signal.throwIfAborted();
        try {
          await keepSubscription(keeper, payments, providerId);
        } catch (error) {
          // The others are asked about all the same: this one would come first the next time as well.
          failed = error;
        }
      }
      if (failed) throw failed;
    },
  });

const forgetWords = defineServiceJob({
  name: 'boardofone.forget-payment-events',
  schema: z.object({}),
  schedule: { cron: '47 3 * * *', timeZone: 'UTC' },
  async run({ asService, now }) {
    const old = new Date(now().getTime() - wordsKeptMs);
    await asService('forget words of payments', (tx) =>
      tx.delete(paymentEvents).where(lt(paymentEvents.createdAt, old)),
    );
  },
});
