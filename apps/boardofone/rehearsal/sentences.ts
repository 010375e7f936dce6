/** The sentences of what a person wrote, shortest left out: what the rehearsal has to go on. */
export function sentencesOf(...texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 12);
}

/** The one of these that a number points to; `fallback` where there are none. */
export function pick<T>(items: readonly T[], number: number, fallback: T): T {
  return items[Math.abs(number) % (items.length || 1)] ?? fallback;
}

/** A number that follows from a text, the same every time. */
export function numberOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
}

/** Short enough to stand inside a sentence. */
export function clipped(text: string, length = 160): string {
  if (text.length <= length) return text.replace(/[.!?]+$/u, '');
  return `${text.slice(0, length).replace(/\s+\S*$/u, '')} …`;
}
