import { PartFailed, useNow } from '@commons/ui';
import { timeAndDay } from '../formats/time-and-day.ts';
import { deviceZone } from '../profiles/zones.ts';
import classes from './read-before.module.css';
import { useReadBefore } from './use-read-before.ts';

/** Says that the page is older than it looks: a list of yesterday must not pass for one of now. */
export function ReadBefore({ zone = deviceZone() }: { zone?: string }) {
  const before = useReadBefore();
  const now = useNow().getTime();
  if (!before) return null;
  const at = timeAndDay(zone, before.since, now);
  return (
    <div className={classes.before}>
      {before.isFailed ? (
        <PartFailed query={before}>
          This was read {at} and could not be read again. Somebody may have changed something since.
        </PartFailed>
      ) : (
        <p role="status">
          <strong>This was read {at}, and is being read again.</strong> Somebody may have changed something
          since.
        </p>
      )}
    </div>
  );
}
