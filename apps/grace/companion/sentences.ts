/** Sentences that have ended, and what has not. Lines end sentences; a mark inside quotation marks does not. */
export function splitSentences(text: string): { whole: string[]; rest: string } {
  const whole: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '“') quoted = true;
    else if (character === '”') quoted = false;
    else if (character === '"') quoted = !quoted;
    const next = text[at + 1];
    const ends =
      character === '\n' ||
      (!quoted && /[.!?…”"]/.test(character) && isMark(text, at) && next !== undefined && /\s/.test(next));
    if (!ends) continue;
    if (character === '\n') quoted = false;
    whole.push(text.slice(start, at + 1));
    start = at + 1;
  }
  return { whole: whole.map((one) => one.trim()).filter(Boolean), rest: text.slice(start) };
}

const titles = /\b(mr|mrs|ms|dr|st|no)\.$/i;

/** A mark, or the closing quotation mark right after one. */
function isMark(text: string, at: number): boolean {
  if (/[”"]/.test(text[at] as string)) return /[.!?…]/.test(text[at - 1] ?? '');
  return !titles.test(text.slice(Math.max(0, at - 4), at + 1));
}
