import type { RegisterEntry } from '../../debate/evidence.ts';

/** What the owner found out, by the unknown that it answers; ticked off without words is an empty text. */
export type Found = Record<string, string>;

/** What was kept on the device; nothing of what cannot be read. */
export function readFound(kept: string): Found {
  if (kept === '') return {};
  try {
    const found: unknown = JSON.parse(kept);
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** The context with what was found out below it. */
export function withFound(context: string, unknowns: readonly RegisterEntry[], found: Found): string {
  const lines = unknowns.flatMap(({ text }) => {
    const answer = found[text]?.trim();
    return answer ? [`${text} ${answer}`] : [];
  });
  if (lines.length === 0) return context;
  return [context, `Found out since:\n${lines.join('\n')}`].filter(Boolean).join('\n\n');
}
