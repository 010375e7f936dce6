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
  const days = new Set(events.map(({ at }) => at.toDateString()));
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
                <time dateTime={at.toISOString()}>{timeOf(at, days.size > 1)}</time>
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

/** Where a session went on for days, or a what-if took over what was said on another, the time alone says too little. */
const timeOf = (at: Date, withDay: boolean): string =>
  withDay
    ? at.toLocaleString(undefined, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
    : at.toLocaleTimeString(undefined, { timeStyle: 'medium' });
