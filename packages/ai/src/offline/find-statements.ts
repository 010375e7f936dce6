import type { ContextSection } from './read-context.ts';
import { contentWords } from './words.ts';

/** A sentence of the context that has to do with a question. */
export interface Finding {
  label: string;
  statement: string;
}

// People ask "how much" and not "what we sell"; these pairs lead from their words to the section that answers.
const topics: { asks: RegExp; label: RegExp }[] = [
  {
    asks: /pric|cost|charge|how much|sell|offer|product|service/i,
    label: /what .*\bsell|offer|product|service|pric/i,
  },
  { asks: /customer|audience|client|who buys|target/i, label: /audience|customer|client|target|\bwho\b/i },
  { asks: /\b(tone|voice|style|sound)/i, label: /tone|voice|style|brand/i },
  {
    asks: /return|refund|ship|deliver|polic|warrant|cancel|exchange/i,
    label: /polic|ship|return|terms|deliver/i,
  },
  { asks: /\b(goals?|aims?|objectives?|grow|growth)\b/i, label: /goal|aim|objective/i },
  { asks: /avoid|never|not (to )?say|taboo/i, label: /do.?n[o']t|not.say|avoid|never/i },
  {
    asks: /compan|business|brand|who (are|am) (we|i)|about (us|me)\b/i,
    label: /compan|business|about|name/i,
  },
  { asks: /currenc|language/i, label: /locale|currenc|language/i },
  { asks: /\bwhere\b|locat|based|address|countr/i, label: /locat|address|countr|region|business|compan/i },
];

// How people ask, and not what about: these words find the section that answers, but nothing by themselves.
const askingWords = new Set(
  contentWords(
    `all business charge company cost current currently everything expensive have item long many much normally now offer price
    product sell service thing today usually`,
  ),
);

const topicWeight = 1.5;
const shareOfBest = 0.5;
const labelWeight = 1;

/** The sentences that have most to do with a question, best first; none when nothing does. */
export function findStatements(question: string, sections: ContextSection[], limit = 5): Finding[] {
  const asked = [...new Set(contentWords(question))];
  if (!isCovered(question, asked, sections)) return [];
  const statements = sections.flatMap(({ label, statements }) =>
    statements.map((statement) => ({ label, statement, words: new Set(contentWords(statement)) })),
  );
  const weights = asked.map((word) => {
    const count = statements.filter(({ words }) => words.has(word)).length;
    return { word, weight: Math.log(1 + statements.length / Math.max(1, count)) };
  });
  const scored = statements.map(({ label, statement, words }) => {
    const shared = weights.reduce((sum, { word, weight }) => sum + (words.has(word) ? weight : 0), 0);
    return { label, statement, score: shared + scoreOfLabel(question, asked, label) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best * shareOfBest)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ label, statement }) => ({ label, statement }));
}

/** Whether the context has a word of what the question is about, where it is about something. */
function isCovered(question: string, asked: string[], sections: ContextSection[]): boolean {
  const subject = asked.filter((word) => !askingWords.has(word));
  if (subject.length === 0) return true;
  const known = new Set(
    sections.flatMap(({ label, statements }) => [label, ...statements].flatMap(contentWords)),
  );
  if (subject.some((word) => known.has(word))) return true;
  const [, ...narrowTopics] = topics;
  return narrowTopics.some(
    ({ asks, label }) => asks.test(question) && sections.some((section) => label.test(section.label)),
  );
}

function scoreOfLabel(question: string, asked: string[], label: string): number {
  const words = new Set(contentWords(label));
  const named = asked.filter((word) => words.has(word)).length * labelWeight;
  const meant = topics.some((topic) => topic.asks.test(question) && topic.label.test(label))
    ? topicWeight
    : 0;
  return named + meant;
}
