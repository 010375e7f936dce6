import type { ServiceDatabase } from '@commons/shared-db/service';
import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { passwordResetMail } from '../identity/mails.ts';
import { openLog } from '../log.ts';
import { mailQueue } from './mail-job.ts';

const mail = passwordResetMail('anna@example.org', 'http://127.0.0.1:3000/reset/planted-token');

function queueOver(asService: ServiceDatabase['asService']) {
  const lines: string[] = [];
  const log = openLog({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } });
  // Safe because nothing else of it is used.
  const service = { asService } as unknown as ServiceDatabase;
  const { mailer } = mailQueue({ service, secret: 's'.repeat(32), deliver: async () => {}, log });
  return { mailer, logText: () => lines.join('') };
}

it('mail that cannot be kept is noted by its subject, without address or link, and nobody fails for it', async () => {
  const { mailer, logText } = queueOver(() =>
    Promise.reject(new Error(`no room for ${mail.to} ${mail.text}`)),
  );
  await mailer.post(mail);

  expect(logText()).toContain('mail not sent');
  expect(logText()).toContain(mail.subject);
  expect(logText()).not.toMatch(/anna@example\.org|planted-token/);
});

it('mail waits sealed: what goes to the database names neither address nor link', async () => {
  const sent: string[] = [];
  const execute = async (query: Parameters<PgDialect['sqlToQuery']>[0]) => {
    sent.push(JSON.stringify(new PgDialect().sqlToQuery(query)));
    return [{ id: 'job' }];
  };
  const { mailer } = queueOver(async (_why, work) => work({ execute } as never));
  await mailer.post(mail);

  expect(sent.join()).toContain('sealed');
  expect(sent.join()).not.toMatch(/anna@example\.org|planted-token|Choose a new password/);
});
