import { createTransport } from 'nodemailer';
import type { Log } from '../log.ts';

/** One mail in plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for every attempt, so that a mail that is sent again is known for the same. */
  id?: string;
  /**
   * Where a POST by whoever has this address ends mails like this one, as mail programs offer it with one click (RFC 8058). It asks
   * for no session, and a GET of it changes nothing.
   */
  unsubscribeUrl?: string | undefined;
}

/** Takes mail on; nobody waits for its delivery, for how long that takes would tell whether an address is known. */
export interface Mailer {
  /** Resolves when the mail is kept, so that it will be sent whatever happens; it never rejects. */
  post(mail: Mail): Promise<void>;
  /** Resolves when nothing is being taken on any more. */
  settled(): Promise<void>;
}

/** Delivers one mail or throws. */
export type Deliver = (mail: Mail) => Promise<void>;

/**
 * How long a mail server may be silent: it may look at a mail for minutes before it says that it has it, and whoever gives up sooner
 * sends it twice. Source: RFC 5321, 4.5.3.2.6.
 */
const patienceSeconds = 600;

/** How long sending one mail may take. */
export const mailTimeoutSeconds = patienceSeconds + 60;

/** Delivery by SMTP. */
export function smtpDelivery(
  smtpUrl: string,
  from: string,
  socketTimeout = patienceSeconds * 1_000,
): Deliver {
  const transport = createTransport({ url: smtpUrl, socketTimeout });
  return async ({ to, subject, text, id, unsubscribeUrl }) => {
    const headers = unsubscribeUrl === undefined ? {} : unsubscribeHeaders(unsubscribeUrl);
    const messageId = id === undefined ? {} : { messageId: `<${id}@${hostOf(from)}>` };
    await transport.sendMail({ from, to, subject, text, headers, ...messageId });
  };
}

function unsubscribeHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function hostOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
}

/** Delivery into the log, for development: it prints the whole mail, secret link included. */
export function logDelivery(log: Log): Deliver {
  return async ({ to, subject, text }) =>
    log.info(`No SMTP_URL is set, so this mail is printed.\nTo: ${to}\nSubject: ${subject}\n\n${text}`);
}
