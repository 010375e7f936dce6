import { AppError } from '@commons/api';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { PaymentWord } from '../payments.ts';

const toleranceSeconds = 300;

const Named = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
/** The little of an event that the board reads; all else it asks for. */
const Word = z.object({
  id: z.string().max(255),
  type: z.string(),
  data: z.object({ object: z.object({ id: z.string(), subscription: Named.nullish().catch(null) }) }),
});

/** Reads what Stripe has signed, at most five minutes ago by our clock. */
export function readWord(
  stripe: Stripe,
  secret: string,
  { body, headers, now }: { body: Uint8Array; headers: Headers; now: Date },
): PaymentWord {
  const signature = headers.get('stripe-signature') ?? '';
  try {
    // Refuses as well where the library cannot check.
    const event = stripe.webhooks.constructEvent(
      body,
      signature,
      secret,
      toleranceSeconds,
      undefined,
      now.getTime(),
    );
    const { id, type, data } = Word.parse(event);
    return { id, subscriptionId: subscriptionIn(type, data.object) };
  } catch (error) {
    throw new AppError('BAD_INPUT', { message: 'This is not what Stripe signs.', cause: error });
  }
}

function subscriptionIn(
  type: string,
  { id, subscription }: { id: string; subscription?: string | null | undefined },
): string | undefined {
  if (type === 'checkout.session.completed') return subscription ?? undefined;
  return type.startsWith('customer.subscription.') ? id : undefined;
}
