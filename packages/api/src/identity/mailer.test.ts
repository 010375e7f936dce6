import { describe, expect, it } from 'vitest';
import { startTestSmtp } from '../../testing/index.ts';
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

  it('is printed whole when no server is configured', async () => {
    const { log, text } = capture();
    await logDelivery(log)(mail);

    expect(text()).toContain('http://127.0.0.1:3000/reset/planted-token');
  });
});
