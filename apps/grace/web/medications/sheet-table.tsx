import { nameWithStrength } from '../../medicine/strength.ts';
import type { Medication } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { scheduleInWords } from './schedule-in-words.ts';
import classes from './sheet.module.css';
import { statusInWords } from './status-in-words.ts';

interface SheetTableProps {
  title: string;
  medications: Medication[];
  now: number;
  lastChange: (medication: Medication) => string;
}

/** Name, dose and times, reason, prescriber, start, last change: a line for each medicine. */
export function SheetTable({ title, medications, now, lastChange }: SheetTableProps) {
  if (medications.length === 0) return null;
  return (
    <table className={classes.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Medicine</th>
          <th scope="col">Dose and times</th>
          <th scope="col">Reason</th>
          <th scope="col">Prescriber</th>
          <th scope="col">Since</th>
          <th scope="col">Last change</th>
        </tr>
      </thead>
      <tbody>
        {medications.map((medication) => (
          <tr key={medication.id}>
            <th scope="row">{nameWithStrength(medication)}</th>
            <td data-label="Dose and times">
              {[scheduleInWords(medication, now), medication.instructions, statusInWords(medication, now)]
                .filter((text) => text !== '')
                .join('. ')}
            </td>
            <td data-label="Reason">{medication.indication}</td>
            <td data-label="Prescriber">{medication.prescriber}</td>
            <td data-label="Since">{medication.startedOn ? formatDate(medication.startedOn) : ''}</td>
            <td data-label="Last change">{lastChange(medication)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
