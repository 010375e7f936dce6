import type { Mail } from '@commons/api';
import { shortName } from '../care/short-name.ts';

interface InvitationFacts {
  email: string;
  name: string;
  personName: string;
  holderName: string;
  link: string;
}

/** The mail that carries the link. It names nothing of the record. */
export function invitationMail({ email, name, personName, holderName, link }: InvitationFacts): Mail {
  return {
    to: email,
    subject: `${shortName(holderName)} invites you to help care for ${shortName(personName)}`,
    text: [
      `Hello ${name},`,
      `${holderName} invites you to take part in the care of ${personName} in GRACE. Open this link, sign in with ${email}, and read what it is about before you answer:`,
      link,
      'It works for seven days, and for your address alone. If you do not know what this is about, do nothing.',
    ].join('\n\n'),
  };
}
