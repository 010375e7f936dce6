import { Button, Title } from '@mantine/core';
import { IconCheck, IconCloudUp, IconPlayerSkipForward } from '@tabler/icons-react';
import { useId } from 'react';
import { formatAmount } from '../../schedule/amount.ts';
import { formatTime } from '../formats/format-time.ts';
import type { DoseEntry } from './administrations.ts';
import classes from './today.module.css';
import { useTodayHandlers } from './today-context.ts';
import type { Today, TodayDose } from './today-from.ts';
import { skipReasons } from './words.ts';

interface Line {
  key: string;
  name: string;
  at: number;
  entry: DoseEntry | undefined;
  dose: TodayDose | undefined;
}

/** What was given, left out, or waits to be sent; the latest first. */
export function DoneList({ title, today }: { title: string; today: Today }) {
  const id = useId();
  const planned: Line[] = today.done.map((dose) => ({
    key: dose.key,
    name: dose.medicine.name,
    at: dose.administration?.actualAt ?? dose.scheduledAt,
    entry: dose.entry,
    dose,
  }));
  const asNeeded: Line[] = today.unplanned.map((entry) => ({
    key: entry.id,
    name: today.nameOf(entry.medicationId),
    at: Date.parse(entry.actualAt),
    entry,
    dose: undefined,
  }));
  const lines = [...planned, ...asNeeded].toSorted((a, b) => b.at - a.at);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Title order={2} id={id} className={classes.sectionTitle}>
        {title} <span className={classes.count}>{lines.length}</span>
      </Title>
      <ul className={classes.doneList}>
        {lines.map((line) => (
          <li key={line.key} className={classes.doneLine}>
            <DoneLine line={line} zone={today.zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DoneLine({ line: { name, at, entry, dose }, zone }: { line: Line; zone: string }) {
  const { canLog, correct } = useTodayHandlers();
  const outcome = dose?.administration?.outcome ?? entry?.status ?? 'taken';
  const Icon = !entry ? IconCloudUp : outcome === 'skipped' ? IconPlayerSkipForward : IconCheck;
  const time = formatTime(zone, at);
  return (
    <>
      <Icon size={24} stroke={1.9} className={classes.doneIcon} data-outcome={outcome} aria-hidden="true" />
      <div className={classes.doneFacts}>
        <span className={classes.doneName}>{name}</span>
        <span className={classes.doneText}>
          {outcome === 'skipped' ? `Skipped at ${time}` : `${given(outcome, entry)} at ${time}`}
          {entry ? ` by ${entry.isMine ? 'you' : entry.recordedBy}` : stillToSend(dose)}
          {entry?.skipReason && `: ${skipReasons[entry.skipReason]}`}
        </span>
        {(dose?.isLate || entry?.overrideReason || entry?.note) && (
          <span className={classes.doneText}>
            {[dose?.isLate && 'Late', entry?.overrideReason && 'Beyond the limit', entry?.note]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </div>
      {canLog && entry && (
        <Button
          variant="subtle"
          size="compact-md"
          mih={44}
          onClick={() => correct(entry, name)}
          aria-label={`Correct ${name} at ${time}`}
        >
          Correct
        </Button>
      )}
    </>
  );
}

function stillToSend(dose: TodayDose | undefined): string {
  return dose?.item?.fault ? ', not recorded yet' : ', waiting for a connection';
}

function given(outcome: 'taken' | 'partial', entry: DoseEntry | undefined): string {
  const amount = entry && formatAmount(entry.amount, entry.unit);
  if (outcome === 'partial') return `Only ${amount ?? 'a part'} given`;
  return amount ? `${amount} given` : 'Given';
}
