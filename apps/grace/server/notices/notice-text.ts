import type { NoticeKind } from '../../notices/schemas.ts';

/** What a text is made of. */
export interface NoticeFacts {
  kind: NoticeKind;
  personName: string;
  /** Undefined where the name of the medicine must not be read by whoever passes by. */
  medicationName: string | undefined;
  /** The planned time on the person's clock, "08:00". */
  time: string | undefined;
  /** The day on which something runs out or ends, "2027-03-12". */
  onDay: string | undefined;
  /** Whose grant ends; undefined when it is the reader's own. */
  caregiverName: string | undefined;
}

/** A notice in words. */
export interface NoticeText {
  title: string;
  body: string;
}

/** What a notice says, on a locked screen or on the page. */
export function noticeText(facts: NoticeFacts): NoticeText {
  const { kind, personName, time = '', onDay = '', caregiverName } = facts;
  const medicine = facts.medicationName ?? 'a medicine';
  const Medicine = facts.medicationName ?? 'A medicine';
  switch (kind) {
    case 'dose_due':
      return { title: `${personName}, ${time}`, body: `Time for ${medicine}.` };
    case 'dose_open':
      return {
        title: `${personName}: not logged yet`,
        body: `${Medicine}, planned for ${time}, has not been logged. Can you look in?`,
      };
    case 'refill_due':
      return {
        title: `${personName}: time for a refill`,
        body: `${Medicine} will run out on ${dayInWords(onDay)}.`,
      };
    case 'safety_alert':
      return {
        title: `${personName}: please look in`,
        body: 'Something that was said to the companion may need you. Open GRACE to see what, and to say that you see to it.',
      };
    case 'grant_ends':
      return caregiverName === undefined
        ? {
            title: `Your access to ${personName} ends`,
            body: `It ends on ${dayInWords(onDay)} unless it is renewed.`,
          }
        : {
            title: `${caregiverName}’s access ends`,
            body: `${caregiverName} can take part in ${personName}’s care until ${dayInWords(onDay)}. Renew it in time.`,
          };
  }
}

function dayInWords(localDate: string): string {
  return new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${localDate}T00:00:00Z`),
  );
}
