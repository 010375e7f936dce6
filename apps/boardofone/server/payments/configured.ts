import { readPaymentSettings } from './env.ts';
import type { PaymentSource, Payments } from './payments.ts';

let opened: Promise<Payments | undefined> | undefined;

/** The provider that the environment names, opened once. */
export const configuredPayments: PaymentSource = () => {
  opened ??= open();
  return opened;
};

async function open(): Promise<Payments | undefined> {
  const settings = readPaymentSettings();
  if (settings.kind === 'none') return undefined;
  // Loaded where it is configured only: it is large.
  if (settings.kind === 'stripe') return (await import('./stripe/open-stripe.ts')).openStripe(settings);
  return (await (await import('./demonstration/open-demonstration.ts')).openDemonstration()).payments;
}
