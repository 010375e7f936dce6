import { createHmac } from 'node:crypto';
import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Deliver, type Mail, mailTimeoutSeconds } from '../identity/mailer.ts';
import { defineJob, defineServiceJob, type JobDefinition, type JobOptions } from './define-job.ts';
import { enqueueAsService } from './enqueue.ts';
import { sealOf } from './sealed.ts';

/**
 * Posts a mail in the writer's own transaction: both are committed, or neither. With a key, the same mail is posted once.
 *
 * @throws RATE_LIMITED when the person has posted 50 mails in a day, or the address has got 20 of other people, or of its own
 * person; FORBIDDEN without a person
 */
export type PostMail = (tx: Tx, mail: Mail, options?: { key?: string }) => Promise<void>;

/** Mail of apps: from people, and from jobs of nobody's. */
export interface AppMail {
  /** Whether mail reaches anybody; otherwise it is printed, and a page says so and offers another way. */
  canMail: boolean;
  /** Posts from a transaction of this person. */
  postAs(userId: string): PostMail;
  /** Posts from an `asService` transaction. */
  postAsService: PostMail;
  jobs: readonly JobDefinition[];
}

/** What mail of apps needs. */
export interface AppMailOptions {
  /** Known to every process of the site and to nobody else. */
  secret: string;
  deliver: Deliver;
  canMail: boolean;
  now: () => Date;
}

const SealedMail = z.object({ sealed: z.string() });
const Address = z.email('A mail goes to one address.').max(320);
const MailText = z.object({
  to: Address,
  subject: z.string().max(200),
  text: z.string().max(20_000),
  unsubscribeUrl: z.url().max(1_000).optional(),
});
// By whom, so that what is sealed for one person opens for nobody else; until when, so that an old backup sends nothing.
const Sealed = MailText.extend({ by: z.string(), until: z.number() });

const daySeconds = 24 * 60 * 60;
const nobody = 'nobody';
const options: JobOptions = {
  retry: { limit: 20, delaySeconds: 2 },
  timeoutSeconds: mailTimeoutSeconds,
  // A mail that the mail server is slow to take does not hold up the others.
  concurrency: 5,
  waitsAtMostSeconds: daySeconds,
  hasDeadLetters: false,
};

/** Opens the mail of apps. Only this server makes mail, because it waits sealed: the database alone can send none. */
export function appMail({ secret, deliver, canMail, now }: AppMailOptions): AppMail {
  const { seal, open } = sealOf(secret, 'app mail');

  function sealed(mail: Mail, by: string): string {
    return seal(
      JSON.stringify({ ...MailText.parse(mail), by, until: now().getTime() + 2 * daySeconds * 1_000 }),
    );
  }

  async function send(text: string, by: string, id: string): Promise<boolean> {
    const mail = readSealed(text);
    if (!mail || mail.by !== by || mail.until < now().getTime()) return false;
    const { to, subject, text: words, unsubscribeUrl } = mail;
    await deliver({ to, subject, text: words, unsubscribeUrl, id });
    return true;
  }

  function readSealed(text: string): z.output<typeof Sealed> | undefined {
    try {
      return Sealed.parse(JSON.parse(open(text)));
    } catch {
      return undefined;
    }
  }

  const refused = 'a mail without this server’s seal is not sent';
  const personJob = defineJob({
    ...options,
    name: 'commons.mail-by-person',
    schema: SealedMail,
    async run({ data, user, id, log }) {
      if (!(await send(data.sealed, user.id, id))) log.warn(refused);
    },
  });
  const serviceJob = defineServiceJob({
    ...options,
    name: 'commons.mail-by-service',
    schema: SealedMail,
    async run({ data, id, log }) {
      if (!(await send(data.sealed, nobody, id))) log.warn(refused);
    },
  });

  return {
    canMail,
    jobs: [personJob, serviceJob],
    postAs:
      (userId) =>
      async (tx, mail, { key } = {}) => {
        const payload = JSON.stringify({ sealed: sealed(mail, userId) });
        // What somebody sends to themselves, such as a digest that they asked for, is counted apart: strangers must not use it up.
        const counted = (await isOwn(tx, userId, mail.to)) ? `own ${userId}` : mail.to.toLowerCase();
        const recipient = createHmac('sha256', secret).update(counted).digest('base64url');
        await tx.execute(
          sql`select app.enqueue_mail(${personJob.queue.name}, ${payload}::jsonb, ${recipient}, ${key ?? null})`,
        );
      },
    async postAsService(tx, mail, { key } = {}) {
      const data = { sealed: sealed(mail, nobody) };
      await enqueueAsService(tx, serviceJob, data, key === undefined ? {} : { key });
    },
  };
}

async function isOwn(tx: Tx, userId: string, address: string): Promise<boolean> {
  const [person] = await tx.execute<{ email: string }>(
    sql`select email from public.users where id = ${userId}::uuid`,
  );
  return person?.email.toLowerCase() === address.toLowerCase();
}
