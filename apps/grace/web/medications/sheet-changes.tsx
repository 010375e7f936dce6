import { actionLabels } from '../../medicine/labels.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';
import type { MedicationChange } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import { changeInWords } from './change-in-words.ts';
import { groupChanges } from './group-changes.ts';
import classes from './sheet.module.css';

interface SheetChangesProps {
  changes: MedicationChange[];
  since: string;
  /** The day from which on every change is known; undefined where all are. */
  knownFrom: string | undefined;
}

/** What has changed since the last visit. */
export function SheetChanges({ changes, since, knownFrom }: SheetChangesProps) {
  const { timeZone } = useProfile();
  if (since === '') return null;
  const from = dayBounds(timeZone, since).start;
  const recent = changes.filter(({ effectiveAt }) => Date.parse(effectiveAt) >= from);
  return (
    <section className={classes.changes}>
      <h3>Changes since {formatDate(since)}</h3>
      {knownFrom !== undefined && since < knownFrom && (
        <p>
          <strong>Not all of them: only those since {formatDate(knownFrom)} are listed.</strong>
        </p>
      )}
      {recent.length === 0 && <p>None.</p>}
      <ul>
        {groupChanges(recent.map((change) => told(change, timeZone))).map(({ day, words, names }) => (
          <li key={`${day} ${words}`}>
            {formatDate(day)}: <strong>{names.join(', ')}</strong>, {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

function told({ medicationName, action, reason, changes, effectiveAt }: MedicationChange, timeZone: string) {
  const fields = changes.map((field) => changeInWords(field, timeZone)).join('; ');
  const what = actionLabels[action].toLowerCase();
  return {
    medicationName,
    day: dayOf(timeZone, Date.parse(effectiveAt)),
    words: `${what}${fields && ` (${fields})`}${reason && `. ${reason}`}`,
  };
}
