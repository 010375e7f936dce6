import { severityLabels } from '../../medicine/labels.ts';
import { type MedicationStatus, statusOf } from '../../medicine/status.ts';
import { dayOf } from '../../schedule/zone.ts';
import { changesMax } from '../../server/medications/schemas.ts';
import type { Allergy, Condition, Medication, MedicationChange } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatInstant } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import { isOnlyAsNeeded } from './schedule-in-words.ts';
import classes from './sheet.module.css';
import { SheetChanges } from './sheet-changes.tsx';
import { SheetTable } from './sheet-table.tsx';

interface SheetProps {
  medications: Medication[];
  allergies: Allergy[];
  conditions: Condition[];
  changes: MedicationChange[];
  /** A local date, or nothing. */
  since: string;
  now: number;
}

/** One page, as a rule, in black and white, on A4 as on Letter. */
export function MedicationSheet({ medications, allergies, conditions, changes, since, now }: SheetProps) {
  const { fullName, timeZone } = useProfile();
  const of = (...statuses: MedicationStatus[]) =>
    medications.filter((medication) => statuses.includes(statusOf(medication, now)));
  const isAsNeeded = (medication: Medication) => isOnlyAsNeeded(medication, now);
  // Of older changes nobody here knows anything.
  const oldest = changes.length >= changesMax ? changes.at(-1) : undefined;
  const knownFrom = oldest && dayOf(timeZone, Date.parse(oldest.effectiveAt));
  const taken = of('active', 'planned');
  const inError = new Set(of('error').map(({ id }) => id));
  const lastChange = (medication: Medication) => {
    const own = changes.find(
      ({ medicationId, effectiveAt }) => medicationId === medication.id && Date.parse(effectiveAt) <= now,
    );
    if (own) return formatDate(dayOf(timeZone, Date.parse(own.effectiveAt)));
    return knownFrom ? `Before ${formatDate(knownFrom)}` : '';
  };
  const table = { now, lastChange };
  return (
    <article className={classes.sheet} aria-label={`Medication list of ${fullName}`}>
      <header className={classes.top}>
        <h2>{fullName}</h2>
        <p>
          Medication list, printed {formatInstant(timeZone, now)} ({timeZone.replaceAll('_', ' ')})
        </p>
      </header>
      <p className={classes.allergies}>
        <strong>Allergies:</strong> {allergiesInWords(allergies)}
      </p>
      {conditions.length > 0 && (
        <p>
          <strong>Conditions:</strong> {conditionsInWords(conditions)}
        </p>
      )}
      <SheetTable title="Taken as planned" medications={taken.filter((one) => !isAsNeeded(one))} {...table} />
      <SheetTable title="Taken as needed" medications={taken.filter(isAsNeeded)} {...table} />
      <SheetTable title="On hold" medications={of('held')} {...table} />
      {taken.length === 0 && <p>No medicine is taken at present.</p>}
      <SheetChanges
        changes={changes.filter(({ medicationId }) => !inError.has(medicationId))}
        since={since}
        knownFrom={knownFrom}
      />
      <footer className={classes.foot}>
        Kept by the family in GRACE. Not a prescription, and not checked for interactions.
      </footer>
    </article>
  );
}

function allergiesInWords(allergies: Allergy[]): string {
  if (allergies.length === 0) return 'not recorded';
  return allergies
    .map(({ substance, reaction, severity }) => {
      const more = [reaction, severity === 'unknown' ? '' : severityLabels[severity].toLowerCase()];
      const said = more.filter((text) => text !== '').join(', ');
      return said === '' ? substance : `${substance} (${said})`;
    })
    .join('; ');
}

function conditionsInWords(conditions: Condition[]): string {
  return conditions
    .filter(({ resolvedOn }) => resolvedOn === null)
    .map(({ name, onsetOn }) => (onsetOn ? `${name} (${onsetOn.slice(0, 4)})` : name))
    .join('; ');
}
