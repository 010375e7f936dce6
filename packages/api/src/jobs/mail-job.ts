import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServiceDatabase } from '@commons/shared-db/service';
import { z } from 'zod';
import { errorLog } from '../errors/error-log.ts';
import { type Deliver, type Mail, type Mailer, mailTimeoutSeconds } from '../identity/mailer.ts';
import type { Log } from '../log.ts';
import { defineServiceJob, type ServiceJobDefinition } from './define-job.ts';
import { enqueueAsService } from './enqueue.ts';
import { sealOf } from './sealed.ts';

const SealedMail = z.object({ sealed: z.string() });
const MailText = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** What sends mail, in two halves that may be in different processes. */
export interface MailQueue {
  mailer: Mailer;
  job: ServiceJobDefinition;
}

/**
 * Mail that survives a mail server that is down and a process that is killed. A mail may hold a link that opens an account, so it
 * waits sealed, at most as long as such a link is good for, and is not kept.
 */
export function mailQueue(options: {
  service: ServiceDatabase;
  secret: string;
  deliver: Deliver;
  log: Log;
}): MailQueue {
  const { service, secret, deliver, log } = options;
  const { seal, open } = sealOf(secret, 'mail');
  const underway = new Set<Promise<void>>();
  // Sign-in posts from within its own transaction, in which no other may be opened.
  const outside = AsyncLocalStorage.snapshot();

  const job = defineServiceJob({
    name: 'commons.mail',
    schema: SealedMail,
    retry: { limit: 20, delaySeconds: 2 },
    timeoutSeconds: mailTimeoutSeconds,
    // A mail that the mail server is slow to take does not hold up the others.
    concurrency: 5,
    waitsAtMostSeconds: 60 * 60,
    hasDeadLetters: false,
    run: ({ data, id }) => deliver({ ...MailText.parse(JSON.parse(open(data.sealed))), id }),
  });

  async function keep(mail: Mail): Promise<void> {
    const sealed = seal(JSON.stringify(mail));
    await service.asService('send mail', (tx) => enqueueAsService(tx, job, { sealed }));
  }

  return {
    job,
    mailer: {
      post(mail) {
        const kept = outside(() => keep(mail))
          .catch((error: unknown) =>
            log.error({ error: errorLog(error), subject: mail.subject }, 'mail not sent'),
          )
          .finally(() => underway.delete(kept));
        underway.add(kept);
        return kept;
      },
      settled: async () => void (await Promise.all(underway)),
    },
  };
}
