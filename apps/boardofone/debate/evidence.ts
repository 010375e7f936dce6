import type { SeatId } from '../ballots/ballot.ts';
import type { Statement } from '../deliberation/statement.ts';
import { termsOf } from './terms.ts';

/** A statement whose label has been looked at. */
export interface CheckedStatement extends Statement {
  /** It was given for a fact, and rests on nothing that the seat had before it. */
  wasFact: boolean;
}

/** A fact quotes the context that was given; a statement that does not is taken for the assumption that it is. */
export function checkEvidence(
  statements: readonly Statement[],
  context: readonly string[],
): CheckedStatement[] {
  const given = context.map(plain);
  return statements.map((statement) => {
    const isFact = statement.label === 'FACT';
    if (isFact && isQuoted(statement.source ?? '', given)) return { ...statement, wasFact: false };
    if (!isFact) return { ...statement, source: null, wasFact: false };
    return { ...statement, label: 'ASSUMPTION', source: null, wasFact: true };
  });
}

/** At least two words with a meaning or a number of two digits, and in the given context word for word. */
function isQuoted(source: string, given: readonly string[]): boolean {
  const quote = plain(source);
  const isTelling = termsOf(quote).size > 1 || /\p{N}{2}/u.test(quote);
  return isTelling && given.some((text) => ` ${text} `.includes(` ${quote} `));
}

/** Lower case words with single spaces, so that neither punctuation nor line breaks hide a quote. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Statements of one contribution. */
export interface StatedBy {
  contributionId: string;
  seatId: SeatId;
  statements: readonly Statement[];
}

/** Something that is assumed or unknown, once, with everybody who said so. */
export interface RegisterEntry {
  text: string;
  seatIds: SeatId[];
  contributionIds: string[];
}

export interface EvidenceRegister {
  assumptions: RegisterEntry[];
  unknowns: RegisterEntry[];
}

/** What the panel took for granted and what it did not know, in the order in which it was first said. */
export function evidenceRegister(contributions: readonly StatedBy[]): EvidenceRegister {
  return { assumptions: entries(contributions, 'ASSUMPTION'), unknowns: entries(contributions, 'UNKNOWN') };
}

function entries(contributions: readonly StatedBy[], label: Statement['label']): RegisterEntry[] {
  const byText = new Map<string, RegisterEntry>();
  for (const { contributionId, seatId, statements } of contributions)
    for (const { text } of statements.filter((statement) => statement.label === label)) {
      const entry = byText.get(plain(text)) ?? { text, seatIds: [], contributionIds: [] };
      byText.set(plain(text), {
        text: entry.text,
        seatIds: [...new Set([...entry.seatIds, seatId])],
        contributionIds: [...new Set([...entry.contributionIds, contributionId])],
      });
    }
  return [...byText.values()];
}
