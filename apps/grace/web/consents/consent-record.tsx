import { basisWords } from '../../consent/words.ts';
import type { Outputs } from '../client.ts';
import classes from './consents.module.css';

type Consent = Outputs['consents']['list'][number];

const eventWords: Record<Consent['event'], (names: Consent) => string> = {
  granted: ({ grantedByName, name }) => `${grantedByName} granted, and ${name} accepted`,
  changed: ({ grantedByName, name }) => `${grantedByName} changed what ${name} may see and do`,
  renewed: ({ grantedByName, name }) => `${grantedByName} renewed the access of ${name}`,
  ended: ({ grantedByName, name }) => `${grantedByName} ended the access of ${name}`,
  left: ({ name }) => `${name} left`,
};

interface ConsentRecordProps {
  consent: Consent;
  /** Of the person; the reader's own unless stated. */
  timeZone?: string;
  /** Says whom it is about, where the page does not. */
  isAboutAnybody?: boolean;
}

/** One consent or change: who, when, on what authority, and the text as both sides have it. */
export function ConsentRecord({ consent, timeZone, isAboutAnybody }: ConsentRecordProps) {
  const { event, basis, at, text, textVersion, textHash, personName } = consent;
  const moment = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(timeZone && { timeZone }),
  });
  return (
    <li className={classes.record}>
      <h2 className={classes.title}>
        {isAboutAnybody && `${personName}: `}
        {eventWords[event](consent)}
      </h2>
      <p className={classes.muted}>
        <time dateTime={at}>{moment.format(new Date(at))}</time>
        {event !== 'left' && `, ${basisWords[basis]}`}
      </p>
      <p className={classes.text}>{text}</p>
      <p className={classes.proof}>
        Wording {textVersion}, fingerprint <code title={textHash}>{textHash.slice(0, 16)}</code>
      </p>
    </li>
  );
}
