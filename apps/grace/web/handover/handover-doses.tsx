import type { Outputs } from '../client.ts';
import classes from './handover.module.css';
import { HandoverPart } from './handover-part.tsx';

type Doses = Outputs['handover']['since']['doses'];

const kinds: Record<NonNullable<Doses>[number]['kind'], string> = {
  missed: 'Missed',
  late: 'Taken late',
  skipped: 'Left out',
  partial: 'Taken in part',
  asNeeded: 'Taken as needed',
};

/** Doses that did not go by the plan, and those that no plan asked for; times are the person's. */
export function HandoverDoses({ doses, timeZone }: { doses: Doses; timeZone: string }) {
  const format = new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const timeOf = (instant: string) => format.format(Date.parse(instant));
  return (
    <HandoverPart title="Doses" items={doses}>
      {({ key, kind, medicationName, scheduledAt, actualAt, amount, by, note }) => (
        <li key={key} data-kind={kind}>
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
      )}
    </HandoverPart>
  );
}
