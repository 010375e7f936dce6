import type { HourCycle } from '../../notices/schemas.ts';
import type { DoseState } from '../../schedule/schemas.ts';
import { localAt } from '../../schedule/zone.ts';

interface DigestDose {
  scheduledAt: number;
  state: DoseState;
  name: string;
}

/** What a digest is made of. */
export interface DigestFacts {
  personName: string;
  profileId: string;
  timeZone: string;
  /** How the reader writes times. */
  hourCycle: HourCycle;
  siteUrl: string;
  /** The person's day. */
  today: string;
  /** The doses of the 24 hours before it. */
  before: readonly DigestDose[];
  toCome: readonly DigestDose[];
}

const given = new Set<DoseState>(['taken', 'takenLate', 'partial']);
const open = new Set<DoseState>(['missed', 'overdue', 'due']);

/** What is known already of a dose of today, so that nobody gives it again. */
const became: Partial<Record<DoseState, string>> = {
  taken: ', given',
  takenLate: ', given',
  partial: ', given in part',
  skipped: ', skipped',
  overdue: ', not logged',
  missed: ', not logged',
};

/** A digest in words. Its subject names nobody's medicines, because it shows on locked screens. */
export function digestText(facts: DigestFacts): { subject: string; text: string } {
  const { personName, profileId, timeZone, siteUrl, today, hourCycle } = facts;
  // What is on hold nobody was to give: counted in, it would look as if it had been forgotten.
  const toBeGiven = ({ state }: DigestDose) => state !== 'held';
  const [before, toCome] = [facts.before.filter(toBeGiven), facts.toCome.filter(toBeGiven)];
  const time = (instant: number) => timeInWords(localAt(timeZone, instant).time, hourCycle);
  const line = ({ scheduledAt, name }: DigestDose) => `- ${time(scheduledAt)}  ${name}`;
  const planned = (dose: DigestDose) => `${line(dose)}${became[dose.state] ?? ''}`;
  const notLogged = before.filter(({ state }) => open.has(state));
  const count = (states: Set<DoseState>) => before.filter(({ state }) => states.has(state)).length;
  const yesterday =
    before.length === 0
      ? ['Yesterday no doses were planned.']
      : [
          `Yesterday: ${count(given)} of ${before.length} planned doses given, ${count(new Set(['skipped']))} skipped.`,
          ...(notLogged.length > 0 ? ['Not logged:', ...notLogged.map(line)] : []),
        ];
  const ahead = toCome.length === 0 ? ['Today no doses are planned.'] : ['Today:', ...toCome.map(planned)];
  return {
    subject: `GRACE: ${personName}, ${dayInWords(today)}`,
    text: [
      [`${personName}, ${dayInWords(today)}. Times are times in ${timeZone.replaceAll('_', ' ')}.`],
      yesterday,
      ahead,
      [`${siteUrl}/grace/p/${profileId}/`],
      [
        'You asked for this digest; change or end it under Reminders. It can be late or get lost: do not rely on it where a life depends on it.',
      ],
    ]
      .map((block) => block.join('\n'))
      .join('\n\n'),
  };
}

function dayInWords(localDate: string): string {
  return new Intl.DateTimeFormat('en', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${localDate}T00:00:00Z`));
}

function timeInWords(time: string, hourCycle: HourCycle): string {
  if (hourCycle === 'h23') return time;
  const format = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  // A narrow space stands before AM, which some programs for mail show as a box.
  return format.format(Date.parse(`2000-01-01T${time}:00Z`)).replaceAll('\u202f', ' ');
}
