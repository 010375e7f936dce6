import type { ServerEnvironment } from '../env.ts';
import type { Log } from '../log.ts';
import { type Deliver, logDelivery, smtpDelivery } from './mailer.ts';

/** How mail leaves: by SMTP, or into the log where none is configured. */
export function deliveryOf(env: ServerEnvironment, log: Log): Deliver {
  if (!env.smtpUrl) return logDelivery(log);
  return smtpDelivery(
    env.smtpUrl,
    env.mailFrom ?? `Commons <no-reply@${env.publicUrl?.hostname ?? 'localhost'}>`,
  );
}
