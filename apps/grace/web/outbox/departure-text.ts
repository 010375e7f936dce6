import { formatTime } from '../formats/format-time.ts';
import type { Departure } from './outbox.ts';

/** "Metformin given at 08:02", for eyes and ears. */
export function departureText(departure: Departure): { title: string; text?: string } {
  const { item, outcome } = departure;
  if (outcome === 'already_logged')
    return {
      title: `${item.name}: ${departure.message}`,
      text: 'Your report is kept as well, so that somebody can look whether it was given twice.',
    };
  const what = item.kind === 'skip' ? 'skipped' : 'given';
  const at = formatTime(item.zone, Date.parse(item.input.actualAt));
  return { title: `${item.name} ${what} at ${at}` };
}
