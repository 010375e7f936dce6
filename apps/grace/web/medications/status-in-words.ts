import { nextDoses } from '../../medicine/next-doses.ts';
import { currentHold, statusOf } from '../../medicine/status.ts';
import type { Medication } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatInstant } from '../formats/format-time.ts';

/** What is special about it just now; empty for a medicine that is simply taken. */
export function statusInWords(medication: Medication, now: number): string {
  const { stoppedAt, stopReason, versions } = medication;
  const zone = versions[0]?.zone ?? 'UTC';
  switch (statusOf(medication, now)) {
    case 'held': {
      const until = currentHold(versions, now)?.until;
      return until === undefined
        ? 'On hold until somebody takes it up again'
        : `On hold until ${formatInstant(zone, until)}`;
    }
    case 'stopped':
      return `Stopped on ${formatInstant(zone, stoppedAt ?? now)}: ${stopReason}`;
    case 'finished':
      return 'The plan has come to its end';
    case 'error':
      return `Entered in error: ${stopReason}`;
    case 'planned': {
      const [first] = nextDoses(versions, now, 1);
      return first ? `Begins on ${formatDate(first.localDate)}` : '';
    }
    default:
      return stoppedAt ? `Will be stopped on ${formatInstant(zone, stoppedAt)}: ${stopReason}` : '';
  }
}
