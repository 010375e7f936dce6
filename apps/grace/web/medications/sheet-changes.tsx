import { actionLabels } from '../../medicine/labels.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';
import type { MedicationChange } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import { changeInWords } from './change-in-words.ts';
import classes from './sheet.module.css';

/** What has changed since the last visit. */
export function SheetChanges({ changes, since }: { changes: MedicationChange[]; since: string }) {
  const { timeZone } = useProfile();
  if (since === '') return null;
  const from = dayBounds(timeZone, since).start;
  const recent = changes.filter(({ effectiveAt }) => Date.parse(effectiveAt) >= from);
  return (
    <section className={classes.changes}>
      <h3>Changes since {formatDate(since)}</h3>
      {recent.length === 0 && <p>None.</p>}
      <ul>
        {recent.map(({ id, medicationName, action, reason, changes: fields, effectiveAt }) => (
          <li key={id}>
            {formatDate(dayOf(timeZone, Date.parse(effectiveAt)))}: <strong>{medicationName}</strong>,{' '}
            {actionLabels[action].toLowerCase()}
            {fields.length > 0 && ` (${fields.map((field) => changeInWords(field, timeZone)).join('; ')})`}
            {reason && `. ${reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
