import { speaksOfMedicine } from './dose-question.ts';
import { mentions, wordsOf } from './words.ts';

/** What a sentence of the companion is measured by. */
export interface SpokenContext {
  /** All that may be taken for true: the life story, the topic, and what the person has said. */
  known: string;
  /** What the person has said last. */
  lastSaid: string;
  /** Words of what the person would rather not talk about. */
  avoided: readonly string[];
  /** Names of the person's medicines. */
  medicines: readonly string[];
}

/** Why a sentence is not said. */
export type BrokenRule = 'long' | 'quiz' | 'contradiction' | 'medicine' | 'invented' | 'avoided';

const wordsMax = 26;

const quizzes = [
  /\b(do|can|don't|could) you (still )?(remember|recall|name|guess)\b/i,
  /\bwhat (is|was|were|are) (the|his|her|their|your (\w+ ){0,2}\w+'s) names?\b/i,
  /\bwhat('s| is) the name of\b/i,
  /\bwho (is|was) (this|that|he|she)\b/i,
  /\bwhat (year|day|date|month|time) (is|was|were|did)\b/i,
  /\bhow old (are|were) you\b/i,
  /\b(in )?(what|which) year\b/i,
  /\bwhen (did|were|was) (you|he|she|they|your)\b/i,
];

const contradictions = [
  /\b(that is|that's|this is|it is|it's) (not true|not right|wrong|incorrect|impossible|nonsense)\b/i,
  /\byou (are|'re) (wrong|mistaken|confused|imagining|misremembering|not well)\b|\byou're (wrong|mistaken|confused|imagining)\b/i,
  /^\W*no, (he|she|it|they|you|your|that|there)\b/i,
  /\b(never happened|did not happen|didn't happen|is not real|isn't real)\b/i,
  /\b(is|are|was) (dead|not alive|no longer (alive|with us))\b|\b(passed away|has died|died)\b/i,
  /\byou (have )?(already|just) (said|told|asked)\b|\bas i (already )?said\b/i,
  /\byou (must|should) (try to )?remember\b|\bactually, you\b/i,
];

const kin =
  'mother father mum dad son daughter husband wife brother sister child children grandson granddaughter grandchild grandchildren grandmother grandfather aunt uncle cousin niece nephew parents'.split(
    ' ',
  );

/** Capitalised words that name nobody. */
const commonNames = new Set(
  'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter sunday english'.split(
    ' ',
  ),
);

/** The rule that a sentence breaks, if any: these sentences are not said, whoever wrote them. */
export function brokenRule(sentence: string, context: SpokenContext): BrokenRule | undefined {
  if (wordsOf(sentence).length > wordsMax) return 'long';
  if (quizzes.some((quiz) => quiz.test(sentence))) return 'quiz';
  if (contradictions.some((contradiction) => contradiction.test(sentence))) return 'contradiction';
  if (speaksOfMedicine(sentence, context.medicines)) return 'medicine';
  if (isInvented(sentence, context.known)) return 'invented';
  const { avoided, lastSaid } = context;
  if (avoided.some((term) => mentions(sentence, [term]) && !mentions(lastSaid, [term]))) return 'avoided';
  return undefined;
}

/** A sentence about somebody by name: "Robert must be proud." */
const subject =
  /^["“]?(\p{Lu}[\p{L}'’-]+) (is|was|must|will|would|has|had|can|loves?|loved|came|comes|lives|lived|works|worked|said|says|and)\b/u;

const commonSubjects = new Set(
  'that this it there he she they we you what which who everything everybody something today here spring summer autumn winter music tea'.split(
    ' ',
  ),
);

/** It names somebody, a relative or a year that nobody has told. */
function isInvented(sentence: string, known: string): boolean {
  const told = new Set(wordsOf(known));
  const names = [...sentence.matchAll(/(?<=[\p{L}\p{N},;:'’"“] ?["“]?)\s["“]?(\p{Lu}[\p{L}'’-]+)/gu)]
    .flatMap(([, name]) => wordsOf(name ?? ''))
    .filter((name) => !commonNames.has(name));
  const first = wordsOf(subject.exec(sentence)?.[1] ?? '').filter((word) => !commonSubjects.has(word));
  const years = sentence.match(/\b(1[89]|20)\d\d\b/g) ?? [];
  const relatives = wordsOf(sentence).filter(
    (word, at, words) => kin.includes(word) && words[at - 1] === 'your',
  );
  return [...names, ...first, ...years, ...relatives].some(
    (word) => !told.has(word) && !told.has(word.replace(/s$/, '')),
  );
}
