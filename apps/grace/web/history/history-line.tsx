import { Disclosure } from '@commons/ui';
import { Button } from '@mantine/core';
import { formatAmount } from '../../schedule/amount.ts';
import { dayOf } from '../../schedule/zone.ts';
import type { Note } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatTime } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import { NotesAbout } from '../notes/notes-about.tsx';
import { effects, skipReasons } from '../today/words.ts';
import classes from './history.module.css';
import type { HistoryEntry } from './history-page.tsx';

interface HistoryLineProps {
  entry: HistoryEntry;
  notes: Note[];
  zone: string;
  onCorrect?: (() => void) | undefined;
}

/** One entry: what, how much, when it was planned, taken and recorded, by whom; struck through where it was wrong. */
export function HistoryLine({ entry, notes, zone, onCorrect }: HistoryLineProps) {
  const { isPlain } = useProfile();
  const { medicationName, status, amount, unit, error } = entry;
  const at = (instant: string) => formatTime(zone, Date.parse(instant));
  const became =
    status === 'skipped'
      ? 'Skipped'
      : `${formatAmount(amount, unit)} ${status === 'partial' ? 'only' : 'taken'}`;
  const facts = [
    planned(entry, zone),
    recordedLater(entry) && `recorded ${at(entry.recordedAt)}`,
    entry.skipReason && skipReasons[entry.skipReason],
    entry.prnReason && `for ${entry.prnReason}`,
    entry.overrideReason && `beyond the limit: ${entry.overrideReason}`,
    entry.effect && `helped: ${effects[entry.effect]}`,
    entry.replacesId && 'puts right an earlier entry',
    entry.note,
  ];
  const by = entry.isMine ? 'you' : entry.recordedBy;
  const time = at(entry.actualAt);
  const correct = onCorrect && (
    <Button
      variant="subtle"
      size="compact-md"
      mih={44}
      onClick={onCorrect}
      aria-label={`Correct ${medicationName} at ${time}`}
    >
      Correct
    </Button>
  );
  const about = (
    <NotesAbout
      notes={notes}
      add={`dose=${entry.id}`}
      label={`Write a note about ${medicationName} at ${time}`}
    />
  );
  const wrong = error && (
    <p className={classes.error}>
      Entered in error, says {error.by}: {error.reason}
    </p>
  );
  const what = (
    <p className={classes.what}>
      <span className={classes.time}>{time}</span> <strong>{medicationName}</strong> {became}
    </p>
  );
  const known = facts.filter(Boolean).join(' · ');
  if (isPlain)
    return (
      <div className={classes.line} data-wrong={error ? '' : undefined}>
        <div className={classes.facts}>
          {what}
          <p className={classes.detail}>by {by}</p>
          {wrong}
          <Disclosure label="More">
            <p className={classes.detail}>{known}</p>
            {about}
            {correct}
          </Disclosure>
        </div>
      </div>
    );
  return (
    <div className={classes.line} data-wrong={error ? '' : undefined}>
      <div className={classes.facts}>
        {what}
        <p className={classes.detail}>
          by {by} · {known}
        </p>
        {wrong}
        {about}
      </div>
      {correct}
    </div>
  );
}

function planned({ scheduledAt, localDate, actualAt }: HistoryEntry, zone: string): string {
  if (!scheduledAt || !localDate) return 'as needed';
  const time = formatTime(zone, Date.parse(scheduledAt));
  const isSameDay = dayOf(zone, Date.parse(actualAt)) === localDate;
  return `planned ${isSameDay ? time : `${formatDate(localDate, 'weekday')}, ${time}`}`;
}

const laterMs = 10 * 60_000;

function recordedLater({ actualAt, recordedAt }: HistoryEntry): boolean {
  return Date.parse(recordedAt) - Date.parse(actualAt) > laterMs;
}
