import type { Deliver, Mail } from '../src/identity/mailer.ts';

/** Mail that the server under test has sent. */
export interface TestMailbox {
  readonly mails: readonly Mail[];
  /** The next mail to this address that was not asked for before; waits for it. */
  next(address: string): Promise<Mail>;
  deliver: Deliver;
}

/** Opens a mailbox that takes the place of a mail server. */
export function testMailbox(): TestMailbox {
  const mails: Mail[] = [];
  const unread: Mail[] = [];
  const readers: { address: string; give: (mail: Mail) => void }[] = [];
  return {
    mails,
    next(address) {
      const index = unread.findIndex((mail) => mail.to === address);
      const [found] = index === -1 ? [] : unread.splice(index, 1);
      if (found) return Promise.resolve(found);
      return new Promise((give) => readers.push({ address, give }));
    },
    async deliver(mail) {
      mails.push(mail);
      const index = readers.findIndex(({ address }) => address === mail.to);
      const [reader] = index === -1 ? [] : readers.splice(index, 1);
      if (reader) reader.give(mail);
      else unread.push(mail);
    },
  };
}
