import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
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
    const received = Promise.withResolvers<{ to: string[]; text: string }>();
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        stream.toArray().then((chunks) => {
          received.resolve({ to, text: Buffer.concat(chunks).toString() });
          done();
        }, done);
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.server.address() as AddressInfo;
    await smtpDelivery(`smtp://127.0.0.1:${port}`, 'Commons <no-reply@example.org>')(mail);
    const message = await received.promise;
    await new Promise<void>((resolve) => smtp.close(resolve));

    expect(message.to).toEqual(['anna@example.org']);
    expect(message.text).toContain('Subject: Choose a new password');
    expect(message.text).toContain('planted-token');
  });

  it('is printed whole when no server is configured', async () => {
    const { log, text } = capture();
    await logDelivery(log)(mail);

    expect(text()).toContain('http://127.0.0.1:3000/reset/planted-token');
  });
});
