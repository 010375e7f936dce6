import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import { statusOf } from '../../medicine/status.ts';
import { nameWithStrength } from '../../medicine/strength.ts';
import type { Medication } from '../client.ts';
import classes from './medications.module.css';
import { scheduleInWords } from './schedule-in-words.ts';
import { statusInWords } from './status-in-words.ts';

/** One medicine of the list: what it is, when and how much, what for. */
export function MedicationRow({ medication, now }: { medication: Medication; now: number }) {
  const { id, profileId, indication, photo } = medication;
  const status = statusInWords(medication, now);
  const isPast = ['stopped', 'finished'].includes(statusOf(medication, now));
  return (
    <li>
      <Link href={`/p/${profileId}/medications/${id}`} className={classes.row}>
        {photo && <img src={photo} alt="" />}
        <span className={classes.about}>
          <strong dir="auto">{nameWithStrength(medication)}</strong>
          {!isPast && <span>{scheduleInWords(medication, now)}</span>}
          {indication && (
            <span className={classes.muted} dir="auto">
              {indication}
            </span>
          )}
          {status && <span className={classes.status}>{status}</span>}
        </span>
        <IconChevronRight size={20} stroke={1.6} aria-hidden="true" />
      </Link>
    </li>
  );
}
