import { basisWords } from '../../consent/words.ts';
import type { Outputs } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './consents.module.css';

type Consent = Outputs['consents']['list'][number];

const eventWords: Record<Consent['event'], (names: Consent) => string> = {
  granted: ({ grantedByName, name }) => `${grantedByName} granted, and ${name} accepted`,
  changed: ({ grantedByName, name }) => `${grantedByName} changed what ${name} may see and do`,
  renewed: ({ grantedByName, name }) => `${grantedByName} renewed the access of ${name}`,
  ended: ({ grantedByName, name }) => `${grantedByName} ended the access of ${name}`,
  left: ({ name }) => `${name} left`,
};

/** One consent or change: who, when, on what authority, and the text as both sides have it. */
export function ConsentRecord({ consent }: { consent: Consent }) {
  const { timeZone } = useProfile();
  const { event, basis, at, text, textVersion, textHash } = consent;
  const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return (
    <li className={classes.record}>
      <h2 className={classes.title}>{eventWords[event](consent)}</h2>
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
