import { Title } from '@mantine/core';
import { useId } from 'react';
import { dayOf } from '../../schedule/zone.ts';
import type { Outputs } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatTime } from '../formats/format-time.ts';
import classes from './handover.module.css';

type Dose = NonNullable<Outputs['handover']['since']['doses']>[number];

const kinds: Record<Dose['kind'], string> = {
  missed: 'Missed',
  late: 'Taken late',
  skipped: 'Left out',
  partial: 'Taken in part',
  asNeeded: 'Taken as needed',
};

interface HandoverDosesProps {
  /** NULL where the grant does not include them. */
  doses: readonly Dose[] | null;
  timeZone: string;
}

/** Doses that did not go by the plan, and those that no plan asked for, day by day; times are the person's. */
export function HandoverDoses({ doses, timeZone }: HandoverDosesProps) {
  const id = useId();
  if (!doses || doses.length === 0) return null;
  const dayOfDose = ({ actualAt, scheduledAt }: Dose) =>
    dayOf(timeZone, Date.parse(scheduledAt ?? actualAt ?? ''));
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        Doses
      </Title>
      {[...Map.groupBy(doses, dayOfDose)].map(([day, ofDay]) => (
        <div key={day} className={classes.day}>
          <Title order={3} className={classes.dayName}>
            {formatDate(day, 'weekday')}
          </Title>
          <ul className={classes.rows}>
            {ofDay.map((dose) => (
              <DoseRow key={dose.key} dose={dose} timeZone={timeZone} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function DoseRow({ dose, timeZone }: { dose: Dose; timeZone: string }) {
  const { kind, medicationName, scheduledAt, actualAt, amount, by, note } = dose;
  const timeOf = (instant: string) => formatTime(timeZone, Date.parse(instant));
  return (
    <li data-kind={kind}>
      <strong>{kinds[kind]}</strong>: {medicationName}
      <span className={classes.more}>
        {[
          scheduledAt && `planned ${timeOf(scheduledAt)}`,
          actualAt && `${kind === 'skipped' ? 'decided' : 'taken'} ${timeOf(actualAt)}`,
          kind !== 'skipped' && amount,
          by && `recorded by ${by}`,
          note,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
    </li>
  );
}
