import ical from 'ical-generator';
import type { Occurrence } from '../../schedule/occurrences.ts';
import { slotKey } from '../../schedule/slot-key.ts';
import { slotLabel } from '../../schedule/slot-label.ts';

/** What a calendar is made of. */
export interface CalendarFacts {
  personName: string;
  timeZone: string;
  isDiscreet: boolean;
  doses: readonly (Occurrence & { medicationName: string })[];
}

const shownMinutes = 15;

/**
 * The planned doses as iCalendar. Each is an event of its own at its instant in UTC: whatever rule planned it and whatever the clocks
 * do, a calendar program has nothing to work out.
 */
export function renderCalendar({ personName, timeZone, isDiscreet, doses }: CalendarFacts): string {
  const calendar = ical({
    name: isDiscreet ? 'GRACE' : `GRACE: ${escaped(personName)}`,
    prodId: '//Commons//GRACE//EN',
    // Programs ask again this often, if they heed it.
    ttl: 60 * 60,
  });
  // For programs that show another zone beside the event's own.
  calendar.x('X-WR-TIMEZONE', timeZone);
  for (const dose of doses) {
    if (dose.isHeld) continue;
    const start = new Date(dose.scheduledAt);
    const amount = `${dose.amount} ${dose.unit}`;
    calendar.createEvent({
      id: `${slotKey(dose).replaceAll(' ', '-')}@commons`,
      // Always the same for the same dose, so that a calendar that is written again without a change is the same text.
      stamp: start,
      start,
      end: new Date(dose.scheduledAt + shownMinutes * 60_000),
      summary: isDiscreet ? 'Medicine' : dose.medicationName,
      description: isDiscreet ? slotLabel(dose) : `${slotLabel(dose)}, ${amount}`,
    });
  }
  return calendar.toString();
}

/** The library escapes the texts of events and not the calendar's own name. A line break in it would begin a line of the calendar. */
const escaped = (name: string): string =>
  name.replaceAll(/\s+/g, ' ').replaceAll(/[\\;,]/g, (character) => `\\${character}`);
