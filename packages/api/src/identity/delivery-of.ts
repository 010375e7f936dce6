import type { ServerEnvironment } from '../env.ts';
import type { Log } from '../log.ts';
import { type Deliver, logDelivery, smtpDelivery } from './mailer.ts';

/** How mail leaves, and whether it reaches anybody that way. */
export interface Delivery {
  deliver: Deliver;
  canMail: boolean;
}

/** How mail leaves: by SMTP, or into the log where none is configured, unless another way is given. */
export function deliveryOf(env: ServerEnvironment, log: Log, given?: Deliver): Delivery {
  if (given) return { deliver: given, canMail: true };
  if (!env.smtpUrl) return { deliver: logDelivery(log), canMail: false };
  const from = env.mailFrom ?? `Commons <no-reply@${env.publicUrl?.hostname ?? 'localhost'}>`;
  return { deliver: smtpDelivery(env.smtpUrl, from), canMail: true };
}
