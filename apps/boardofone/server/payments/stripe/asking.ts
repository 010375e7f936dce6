import { AppError } from '@commons/api';
import Stripe from 'stripe';

const text =
  'The provider of payments does not answer as it should. Nothing was changed; try again in a moment.';

/**
 * What a call of Stripe's comes to: any failure is said in our words, and nothing of what was asked or answered. The library takes
 * whatever has no `error` in it for an answer, so that what kind of thing came is looked at here.
 */
export async function asking<T extends { object: string }>(call: Promise<T>, kind: T['object']): Promise<T> {
  const answer = await askingFor(call, kind);
  if (answer === undefined) throw new AppError('UNAVAILABLE', { message: text });
  return answer;
}

/** The same for something that may not be there. */
export async function askingFor<T extends { object: string }>(
  call: Promise<T>,
  kind: T['object'],
): Promise<T | undefined> {
  try {
    const answer = await call;
    if (answer.object !== kind) throw new TypeError('This is nothing that was asked for.');
    return answer;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing') return undefined;
    throw new AppError('UNAVAILABLE', { message: text, cause: error, retryAfterMs: 5_000 });
  }
}
