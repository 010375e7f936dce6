import { createTransport } from 'nodemailer';
import { errorLog } from '../errors/error-log.ts';
import type { Log } from '../log.ts';

/** One mail in plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mail without making anybody wait: how long a mail takes would tell whether an address is known. */
export interface Mailer {
  post(mail: Mail): void;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
}

/** Delivers one mail or throws. */
export type Deliver = (mail: Mail) => Promise<void>;

/** A mailer over any way of delivery; what cannot be delivered is logged without its text or address. */
export function mailerOver(deliver: Deliver, log: Log): Mailer {
  const underway = new Set<Promise<void>>();
  return {
    post(mail) {
      const delivery = deliver(mail)
        .catch((error: unknown) =>
          log.error({ error: errorLog(error), subject: mail.subject }, 'mail not sent'),
        )
        .finally(() => underway.delete(delivery));
      underway.add(delivery);
    },
    settled: async () => void (await Promise.all(underway)),
  };
}

/** Delivery by SMTP. */
export function smtpDelivery(smtpUrl: string, from: string): Deliver {
  const transport = createTransport(smtpUrl);
  return async ({ to, subject, text }) => void (await transport.sendMail({ from, to, subject, text }));
}

/** Delivery into the log, for development: it prints the whole mail, secret link included. */
export function logDelivery(log: Log): Deliver {
  return async ({ to, subject, text }) =>
    log.info(`No SMTP_URL is set, so this mail is printed.\nTo: ${to}\nSubject: ${subject}\n\n${text}`);
}
