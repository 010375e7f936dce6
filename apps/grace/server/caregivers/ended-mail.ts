import type { Mail } from '@commons/api';
import { shortName } from '../care/short-name.ts';

interface EndedFacts {
  email: string;
  caregiverName: string;
  personName: string;
  holderName: string;
  siteUrl: string;
}

/** Tells somebody that their part has ended, who do not find out at a closed door. It names nothing of the record. */
export function endedMail({ email, caregiverName, personName, holderName, siteUrl }: EndedFacts): Mail {
  return {
    to: email,
    subject: `You no longer take part in the care of ${shortName(personName)}`,
    text: [
      `Hello ${caregiverName},`,
      `${holderName} has ended your part in the care of ${personName} in GRACE. You see nothing of the record any more, and you are told nothing.`,
      'What you recorded stays there, under your name. What was agreed, with the day on which it ended, is yours to read:',
      `${siteUrl}/grace/consents`,
      `If this is a mistake, ask ${holderName} to invite you again.`,
    ].join('\n\n'),
  };
}
