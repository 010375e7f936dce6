import { formatTime } from '../formats/format-time.ts';
import type { Departure } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';

/** "Metformin given at 08:02", for eyes and ears. */
export function departureText(departure: Departure): { title: string; text?: string } {
  const { item, outcome } = departure;
  if (outcome === 'already_logged')
    return {
      title: `${item.name}: ${departure.message}`,
      text: 'Your report is kept as well, so that somebody can look whether it was given twice.',
    };
  const at = formatTime(item.zone, Date.parse(item.input.actualAt));
  return { title: `${item.name} ${outcomeOf(item)} at ${at}` };
}

/** "Metformin of Margaret, given at 08:02, could not be recorded"; the person is left out where nobody knows the name. */
export function refusedText(item: OutboxItem, person: string | undefined): string {
  const { name, zone, input } = item;
  const whose = person === undefined ? name : `${name} of ${person}`;
  return `${whose}, ${outcomeOf(item)} at ${formatTime(zone, Date.parse(input.actualAt))}, could not be recorded`;
}

/** "given" or "skipped". */
export const outcomeOf = ({ kind }: OutboxItem): string => (kind === 'skip' ? 'skipped' : 'given');
