import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { formatAmount } from '../../schedule/amount.ts';
import { slotLabel } from '../../schedule/slot-label.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatDuration, formatWallClock } from '../formats/format-time.ts';
import { useSendingId } from '../outbox/outbox-context.ts';
import { DoseMenu } from './dose-menu.tsx';
import classes from './today.module.css';
import { useTodayHandlers } from './today-context.ts';
import type { Today, TodayDose } from './today-from.ts';

export type DoseTone = 'overdue' | 'due' | 'missed' | 'later' | 'held';

interface DoseCardProps {
  dose: TodayDose;
  today: Today;
  tone: DoseTone;
  /** The one thing on the page: nothing but its button. */
  isAlone?: boolean;
}

/** One planned dose: when, what, how much, and the one tap. */
export function DoseCard({ dose, today, tone, isAlone }: DoseCardProps) {
  const { canLog, give, words, isSettling } = useTodayHandlers();
  const sendingId = useSendingId();
  const { medicine, item } = dose;
  const isSending = item !== undefined && !item.problem && (item.input.id === sendingId || !item.hasWaited);
  const what = [medicine.name, medicine.strength].filter(Boolean).join(' ');
  const amount = formatAmount(dose.amount, dose.unit);
  const time = slotLabel(dose, formatWallClock);
  const canGive = canLog && (tone === 'overdue' || tone === 'due');
  const advice = (tone === 'overdue' || tone === 'missed') && medicine.missedDoseInstruction && (
    <p className={classes.advice}>{medicine.missedDoseInstruction}</p>
  );
  const hasMenu = canLog && tone !== 'held';
  return (
    <article
      className={classes.card}
      data-tone={tone}
      data-alone={isAlone}
      aria-label={`${what}, ${amount}, ${time}`}
    >
      <div className={classes.facts}>
        <p className={classes.time}>
          {dose.localDate !== today.localDate && <span>{formatDate(dose.localDate, 'weekday')}, </span>}
          {time}
          {tone === 'overdue' && (
            <span className={classes.late}> {formatDuration(today.now - dose.scheduledAt)} late</span>
          )}
        </p>
        <h3 className={classes.name}>
          {medicine.name} <span className={classes.strength}>{medicine.strength}</span>
        </h3>
        <p className={classes.amount}>
          <strong>{amount}</strong>
          {medicine.instructions && <span>{medicine.instructions}</span>}
        </p>
        {words.hasDetails && <LastTaken dose={dose} now={today.now} />}
        {!isAlone && advice}
        {item?.problem && <Problem dose={dose} message={item.problem.message} />}
      </div>
      {hasMenu && !item?.problem && (
        <div className={classes.actions}>
          {canGive && (
            <Button
              className={classes.give}
              size="lg"
              leftSection={<IconCheck size={24} stroke={2} aria-hidden="true" />}
              loading={isSending}
              data-give=""
              aria-disabled={isSettling || undefined}
              onClick={() => !isSettling && give(dose)}
              aria-label={`${words.given}: ${what}, ${amount}, ${time}`}
            >
              {words.given}
            </Button>
          )}
          {!isAlone && <DoseMenu dose={dose} what={what} disabled={isSending} />}
        </div>
      )}
      {isAlone && advice}
    </article>
  );
}

function LastTaken({ dose: { medicine }, now }: { dose: TodayDose; now: number }) {
  if (!medicine.lastTakenAt) return null;
  const ago = now - Date.parse(medicine.lastTakenAt);
  return (
    <p className={classes.detail}>Last dose {ago < 60_000 ? 'just now' : `${formatDuration(ago)} ago`}</p>
  );
}

function Problem({ dose, message }: { dose: TodayDose; message: string }) {
  const { retry, discard } = useTodayHandlers();
  const id = dose.item?.input.id ?? '';
  return (
    <div role="alert" className={classes.problem}>
      <p>This could not be recorded. {message}</p>
      <Button variant="default" onClick={() => retry(id)}>
        Try again
      </Button>
      <Button variant="subtle" onClick={() => discard(id)}>
        Let it go
      </Button>
    </div>
  );
}
