import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server got it. */
export interface ReceivedMail {
  to: string[];
  /** Headers and body as they were sent. */
  source: string;
}

/** A mail server on this machine. */
export interface TestSmtp extends AsyncDisposable {
  /** What to set SMTP_URL to. */
  url: string;
  readonly received: readonly ReceivedMail[];
  /** Resolves when so many mails have arrived. */
  arrived(count: number): Promise<readonly ReceivedMail[]>;
  /** From now on it takes mails without a word, or answers again. */
  answers(will: boolean): void;
}

/** Starts a mail server that takes every mail. */
export async function startTestSmtp(): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  let isAnswering = true;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      stream.toArray().then((chunks) => {
        received.push({ to, source: Buffer.concat(chunks).toString() });
        if (isAnswering) done();
        for (const look of waiting) look();
      }, done);
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers: (will) => {
      isAnswering = will;
    },
    arrived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve(received);
        };
        waiting.add(look);
        look();
      }),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}
