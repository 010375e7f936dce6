import type { ServiceDatabase } from '@commons/shared-db/service';
import { describe, expect, it } from 'vitest';
import { startTestSmtp } from '../../testing/index.ts';
import { appMail } from '../jobs/app-mail.ts';
import { mailQueue } from '../jobs/mail-job.ts';
import { openLog } from '../log.ts';
import { logDelivery, smtpDelivery } from './mailer.ts';
import { passwordResetMail } from './mails.ts';

function capture() {
  const lines: string[] = [];
  const log = openLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } });
  return { log, text: () => lines.join('') };
}

const mail = passwordResetMail('anna@example.org', 'http://127.0.0.1:3000/reset/planted-token');

describe('mail', () => {
  it('goes out by SMTP', async () => {
    await using smtp = await startTestSmtp();
    await smtpDelivery(smtp.url, 'Commons <no-reply@example.org>')({ ...mail, id: 'mail-1' });
    const [message] = await smtp.arrived(1);

    expect(message?.to).toEqual(['anna@example.org']);
    expect(message?.source).toContain('Message-ID: <mail-1@example.org>');
    expect(message?.source).toContain('Subject: Choose a new password');
    expect(message?.source).toContain('planted-token');
  });

  it('is given up by its job only after the mail server has been, for a second attempt would be a second mail', async () => {
    await using smtp = await startTestSmtp();
    smtp.answers(false);
    const givenUp = smtpDelivery(smtp.url, 'Commons <no-reply@example.org>', 500)(mail);
    await expect(givenUp).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    const { log } = capture();
    const deliver = async () => {};
    const secret = 's'.repeat(32);
    const jobs = [
      // It opens no transaction before it posts.
      mailQueue({ service: {} as ServiceDatabase, secret, deliver, log }).job,
      ...appMail({ secret, deliver, canMail: true, now: () => new Date() }).jobs,
    ];

    // RFC 5321, 4.5.3.2.6: ten minutes.
    expect(jobs.map(({ queue }) => queue.timeoutSeconds > 600)).toEqual([true, true, true]);
  });

  it('offers to be ended with one click where it has an address for that, and nowhere else', async () => {
    await using smtp = await startTestSmtp();
    const deliver = smtpDelivery(smtp.url, 'Commons <no-reply@example.org>');
    const unsubscribeUrl = `https://board.example.org/boardofone/unsubscribe/${'a'.repeat(43)}`;
    await deliver({ ...mail, unsubscribeUrl });
    await deliver(mail);
    const [offered, plain] = await smtp.arrived(2);
    // A long header goes on in lines that begin with a space.
    const headers = offered?.source.replaceAll(/\r\n[ \t]+/g, ' ');

    expect(headers).toMatch(new RegExp(`^List-Unsubscribe: <${unsubscribeUrl}>\\r$`, 'm'));
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(plain?.source).not.toContain('List-Unsubscribe');
  });

  it('is printed whole when no server is configured', async () => {
    const { log, text } = capture();
    await logDelivery(log)(mail);

    expect(text()).toContain('http://127.0.0.1:3000/reset/planted-token');
  });
});
