import { useState } from 'react';
import { absoluteTime, relativeTime } from './relative-time.ts';
import classes from './timestamp.module.css';
import { useNow } from './use-now.ts';

/** A moment as "5 minutes ago"; hover shows it exactly, and so does a press. */
export function Timestamp({ date }: { date: Date | string }) {
  const moment = typeof date === 'string' ? new Date(date) : date;
  const now = useNow();
  const [exact, setExact] = useState(false);
  const absolute = absoluteTime(moment);
  return (
    <button type="button" className={classes.timestamp} title={absolute} onClick={() => setExact(!exact)}>
      <time dateTime={moment.toISOString()}>{exact ? absolute : relativeTime(moment, now)}</time>
    </button>
  );
}
