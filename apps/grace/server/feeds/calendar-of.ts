import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { type Occurrence, occurrences } from '../../schedule/occurrences.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';
import { type PlannedVersion, planOf } from '../medications/plan-of.ts';
import { type CalendarFacts, renderCalendar } from './render-calendar.ts';

const msPerDay = 86_400_000;
const [daysBack, daysAhead] = [7, 60];
/** A calendar of many doses a day stays small enough to be fetched each hour. */
const dosesMax = 2_000;

/** What calendars of one person show, from a week ago until sixty days ahead. */
export async function calendarFacts(
  tx: Tx,
  profileId: string,
  now: Date,
): Promise<Omit<CalendarFacts, 'isDiscreet'> | undefined> {
  const [person] = await tx
    .select({ personName: profiles.preferredName, timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!person) return undefined;
  const { start: today } = dayBounds(person.timeZone, dayOf(person.timeZone, now.getTime()));
  const [from, to] = [today - daysBack * msPerDay, today + daysAhead * msPerDay];
  const versions = await planOf(tx, profileId, { from, to });
  const names = await tx
    .select({ id: medications.id, name: medications.name })
    .from(medications)
    .where(eq(medications.profileId, profileId));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const medicationOf = new Map(versions.map(({ id, medicationId }) => [id, nameOf.get(medicationId) ?? '']));
  const doses = firstDoses(versions, from, to).map((dose) => ({
    ...dose,
    medicationName: medicationOf.get(dose.versionId) ?? '',
  }));
  return { ...person, doses };
}

/** A week at a time, so that no more is worked out than is shown. */
function firstDoses(versions: PlannedVersion[], from: number, to: number): Occurrence[] {
  const doses: Occurrence[] = [];
  for (let start = from; start < to && doses.length < dosesMax; start += 7 * msPerDay)
    doses.push(...occurrences(versions, start, Math.min(start + 7 * msPerDay, to)));
  return doses.slice(0, dosesMax);
}

/** The text of a calendar. */
export const calendarText = (facts: Omit<CalendarFacts, 'isDiscreet'>, isDiscreet: boolean): string =>
  renderCalendar({ ...facts, isDiscreet });
