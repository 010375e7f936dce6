import { safetyPhrases, safetyPhrasesVersion } from './safety-phrases.ts';
import { wordsOf } from './words.ts';

/** What a phrase of the list is a sign of. */
export type AlertKind = 'emergency' | 'fall' | 'distress';

/** A phrase of the list that somebody said. */
export interface SafetyTrigger {
  kind: AlertKind;
  phrase: string;
  phrasesVersion: number;
}

/** They may stand anywhere in a phrase and change nothing. */
const fillers = new Set(
  'just really so very now please oh actually quite again well also still honestly think suddenly bit somehow um uh'.split(
    ' ',
  ),
);

/** The most urgent phrase of the list that a text has; no model is asked. */
export function findTrigger(text: string): SafetyTrigger | undefined {
  const clauses = text
    .split(/[.!?;\n]+/)
    .map((clause) => padded(wordsOf(clause).filter((word) => !fillers.has(word))));
  const all = padded(wordsOf(text).filter((word) => !fillers.has(word)));
  const found = safetyPhrases.find(
    ({ wordings, unless = [] }) =>
      clauses.some(
        (clause) =>
          wordings.some((wording) => clause.includes(padded(wordsOf(wording)))) &&
          !unless.some((other) => clause.includes(padded(wordsOf(other)))),
      ) || // "Help! Help!" is one phrase.
      wordings.some((wording) => isRepeated(wording) && all.includes(padded(wordsOf(wording)))),
  );
  return found && { kind: found.kind, phrase: found.phrase, phrasesVersion: safetyPhrasesVersion };
}

const padded = (words: readonly string[]) => ` ${words.join(' ')} `;

const isRepeated = (wording: string) => {
  const [first, second] = wordsOf(wording);
  return first === second;
};
