import type { SessionEvent } from '../../deliberation/event.ts';
import type { SessionView } from '../../deliberation/view.ts';
import classes from './feed.module.css';
import { type Happening, happenings } from './happenings.ts';

const speakers: Record<Happening['who'], string> = {
  board: 'Board',
  seat: 'Panel',
  moderator: 'Moderator',
  owner: 'You',
};

interface FeedProps {
  events: readonly SessionEvent[];
  isWhole: boolean;
  view: SessionView;
}

/** What happened, the newest first. */
export function Feed({ events, isWhole, view }: FeedProps) {
  return (
    <section className={classes.feed} aria-labelledby="what-happened">
      <h2 id="what-happened">What happened</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard. */}
      <section className={classes.scroll} tabIndex={0} aria-labelledby="what-happened">
        <ol reversed>
          {happenings(events, view).map(({ seq, at, who, text }) => (
            <li key={seq} data-who={who}>
              <span className={classes.who}>
                {speakers[who]}
                <time dateTime={at.toISOString()}>{timeOf(at)}</time>
              </span>
              <span dir="auto">{text}</span>
            </li>
          ))}
        </ol>
        {!isWhole && <p className={classes.earlier}>Earlier moments are being read.</p>}
      </section>
    </section>
  );
}

const timeOf = (at: Date): string => at.toLocaleTimeString(undefined, { timeStyle: 'medium' });
