/** A sentence of a summary and the turns that it comes from. */
export interface SummarySentence {
  text: string;
  turnIds: string[];
}

/** A turn as a summary reads it. */
export interface SummaryTurn {
  id: string;
  role: 'person' | 'companion';
  kind: 'talk' | 'opening' | 'dose' | 'safety';
  content: string;
}

const quotesMax = 3;
const quoteMax = 120;

/** A summary that needs no model: what it was about, what the person said at most length, and what rules noticed. */
export function extractSummary(
  name: string,
  title: string,
  turns: readonly SummaryTurn[],
): SummarySentence[] {
  const said = turns.filter(({ role, content }) => role === 'person' && content !== '');
  const [opening] = turns;
  const about = opening ? [{ text: `The conversation began with “${title}”.`, turnIds: [opening.id] }] : [];
  if (said.length === 0)
    return [...about, ...(opening ? [{ text: `${name} did not say anything.`, turnIds: [opening.id] }] : [])];
  const before = (turn: SummaryTurn, kind: SummaryTurn['kind']) =>
    turns[turns.indexOf(turn) + 1]?.kind === kind;
  const talk = said.filter((turn) => !before(turn, 'dose') && !before(turn, 'safety'));
  const longest = talk
    .toSorted((one, other) => other.content.length - one.content.length)
    .slice(0, quotesMax);
  const quotes = talk
    .filter((turn) => longest.includes(turn))
    .map(({ id, content }) => ({ text: `${name} said: “${quoted(content)}”`, turnIds: [id] }));
  const noticed = (kind: 'dose' | 'safety', text: string) => {
    const asked = said.filter((turn) => before(turn, kind));
    return asked.length > 0 ? [{ text, turnIds: asked.map(({ id }) => id) }] : [];
  };
  return [
    ...about,
    ...quotes,
    ...noticed('dose', `${name} asked about medicines; the answer came from the plan.`),
    ...noticed('safety', `${name} said something on the safety list; the family was told at once.`),
  ];
}

/** Sentences that a model wrote, with turns by number; those that name no turn are left out. */
export function linkSentences(
  written: readonly { text: string; turns: readonly number[] }[],
  turns: readonly SummaryTurn[],
): SummarySentence[] {
  return written.flatMap(({ text, turns: numbers }) => {
    const turnIds = [...new Set(numbers)].flatMap((number) => turns[number - 1]?.id ?? []);
    return turnIds.length > 0 && text.trim() !== '' ? [{ text: text.trim(), turnIds }] : [];
  });
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > quoteMax ? `${line.slice(0, quoteMax).replace(/\s+\S*$/, '')} …` : line;
}
