import type { AuthorityBasis, CareLevel, CareScope } from '../care/schemas.ts';
import { basisWords, levelWords, scopeWords } from './words.ts';

/** What a consent is about. */
export interface ConsentFacts {
  personName: string;
  holderName: string;
  basis: AuthorityBasis;
  caregiverName: string;
  level: CareLevel;
  scopes: readonly CareScope[];
  endsAt: Date;
  /** The person's zone, in which the end is a day. */
  timeZone: string;
}

/** Names the wording below. Whoever changes a word gives it a new version; a test holds them together. */
export const consentVersion = '2026-11';

/** The text that both sides agree to, whole: it is kept as it stands here. */
export function consentText(facts: ConsentFacts): string {
  const { personName, caregiverName, level, scopes } = facts;
  return [
    `${giver(facts)} lets ${caregiverName} take part in the care of ${personName}.`,
    `${caregiverName} may see:\n${listOf(scopes)}`,
    `${caregiverName} may: ${levelWords[level].toLowerCase()}.`,
    `This holds until the end of ${dayOf(facts)}. Either side can end it at any moment before. What ${caregiverName} recorded until then stays, under their name.`,
    `Whenever ${caregiverName} reads notes, conversations or the emergency card, GRACE writes down who read what and when. Whoever holds the record can read that list, and nobody can change it.`,
    `${caregiverName} uses what they learn for the care of ${personName} alone, and passes it on to nobody who has no part in it.`,
  ].join('\n\n');
}

/** What is put on record when a grant changes. */
export function changeText(facts: ConsentFacts): string {
  const { personName, caregiverName, level, scopes } = facts;
  return [
    `${giver(facts)} changes what ${caregiverName} may see and do in the care of ${personName}.`,
    `${caregiverName} may now see:\n${listOf(scopes)}`,
    `${caregiverName} may now: ${levelWords[level].toLowerCase()}.`,
    `This holds until the end of ${dayOf(facts)}. Everything else stays as it was agreed.`,
  ].join('\n\n');
}

/** What is put on record when a grant ends. */
export function endText({ by, caregiverName, personName }: Record<'by' | keyof Names, string>): string {
  return `${by} ended the part of ${caregiverName} in the care of ${personName}. What ${caregiverName} recorded stays, under their name.`;
}

type Names = Pick<ConsentFacts, 'caregiverName' | 'personName'>;

const giver = ({ basis, holderName, personName }: ConsentFacts): string =>
  basis === 'self' ? personName : `${holderName}, who answers for ${personName} ${basisWords[basis]},`;

const listOf = (scopes: readonly CareScope[]): string =>
  (Object.keys(scopeWords) as CareScope[])
    .filter((scope) => scopes.includes(scope))
    .map((scope) => `- ${scopeWords[scope]}`)
    .join('\n');

/** An end is the first instant that is no longer covered, so the last day is the one before it. */
const dayOf = ({ endsAt, timeZone }: ConsentFacts): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(new Date(endsAt.getTime() - 1));
