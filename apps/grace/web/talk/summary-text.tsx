import type { Summary } from '../client.ts';
import classes from './talk.module.css';

interface SummaryTextProps {
  sentences: Summary['sentences'];
  /** Whether the turns that the sentences come from are on the same page. */
  isLinked: boolean;
}

/** The sentences of a summary, each with a way to where it comes from. */
export function SummaryText({ sentences, isLinked }: SummaryTextProps) {
  return (
    <ul className={classes.summary}>
      {sentences.map(({ text, turnIds }) => (
        <li key={text}>
          <span dir="auto">{text}</span>{' '}
          {isLinked && turnIds[0] && (
            <a href={`#turn-${turnIds[0]}`} aria-label={`Where this was said: ${text}`}>
              where?
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
