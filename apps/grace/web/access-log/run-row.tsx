import type { Outputs } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './access-log.module.css';

type ReadingRun = Outputs['accessLog']['list']['runs'][number];

export const resourceWords: Record<ReadingRun['resource'], string> = {
  notes: 'Notes',
  chat_summaries: 'Summaries of conversations',
  chat_transcripts: 'Conversations, word for word',
  emergency_card: 'The emergency card',
};

const viaWords: Record<ReadingRun['via'], string> = {
  app: '',
  link: ', by a link',
  export: ', in an export',
};

/** Somebody who read something, once or several times in a row. */
export function RunRow({ run }: { run: ReadingRun }) {
  const { timeZone } = useProfile();
  const { actorName, resource, via, count, firstAt, lastAt } = run;
  const day = new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  });
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone });
  const last = new Date(lastAt);
  const [from, to] = [time.format(new Date(firstAt)), time.format(last)];
  return (
    <li className={classes.row}>
      <span className={classes.who}>{actorName}</span>
      <span>
        {resourceWords[resource]}
        {viaWords[via]}
        {count > 1 && <span className={classes.muted}>, {count} times</span>}
      </span>
      <time className={classes.muted} dateTime={lastAt}>
        {day.format(last)}, {from === to ? to : `${from} to ${to}`}
      </time>
    </li>
  );
}
