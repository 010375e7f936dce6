import { formLabels, routeLabels } from '../../medicine/labels.ts';
import { formatStrength } from '../../medicine/strength.ts';
import type { MedicationFacts } from '../../server/medications/schemas.ts';
import { formatDate } from '../formats/format-date.ts';
import classes from './facts-list.module.css';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What is known of a medicine; what nobody filled in is left out. */
export function FactsList({ facts }: { facts: MedicationFacts }) {
  const known = linesOf(facts).filter(([, text]) => text !== '');
  return (
    <div className={classes.facts}>
      {facts.photo && <img src={facts.photo} alt={facts.look || `${facts.name}, a picture`} />}
      <dl>
        {known.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function linesOf(facts: MedicationFacts): [string, string][] {
  const closed = [
    ...facts.pharmacyClosedWeekdays.map((day) => weekdays[day - 1] ?? ''),
    ...facts.pharmacyClosedDates.map((day) => formatDate(day)),
  ];
  return [
    ['What it is for', facts.indication],
    ['How to take it', facts.instructions],
    ['When a dose was missed', facts.missedDoseInstruction],
    ['What to try first', facts.prnTryFirst],
    ['Signs that it is needed', facts.prnSigns],
    ['Still right? Ask on', facts.prnReviewOn ? formatDate(facts.prnReviewOn) : ''],
    ['Skipping', facts.isSkippable ? '' : 'Not without a clinician’s word'],
    ['Caregivers are told', delayInWords(facts.escalationDelayMinutes)],
    ['What is in it', facts.ingredients.join(', ')],
    ['Strength', formatStrength(facts)],
    ['Form', `${formLabels[facts.form]}, ${routeLabels[facts.route].toLowerCase()}`],
    ['What it looks like', facts.look],
    ['Prescribed by', facts.prescriber],
    ['Taken since', facts.startedOn ? formatDate(facts.startedOn) : ''],
    ['Pharmacy', facts.pharmacy],
    ['Prescription number', facts.prescriptionNumber],
    ['The pharmacy is closed', closed.length > 0 ? `on ${list.format(closed)}` : ''],
    ['A pack holds', facts.packSize ?? ''],
  ];
}

function delayInWords(minutes: number | null): string {
  return minutes === null ? '' : `${minutes} minutes after the time, if nobody has logged it`;
}
