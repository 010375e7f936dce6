import { wordsOf } from '../words.ts';

const telling = (text: string) =>
  new Set(
    wordsOf(text)
      .filter(({ written }) => written.length > 3)
      .map(({ stem }) => stem),
  );

/** How many of the longer words that two texts use they have in common (Jaccard): 0 for none, 1 for all. */
export function likeness(a: string, b: string): number {
  const [one, other] = [telling(a), telling(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}

const runLength = 5;

/** Runs of five words that stand in both texts: what a template leaves behind. */
export function sharedRuns(a: string, b: string): string[] {
  const known = new Set(runsOf(a));
  return runsOf(b).filter((run) => known.has(run));
}

function runsOf(text: string): string[] {
  const words = wordsOf(text).map(({ written }) => written);
  return words.slice(runLength - 1).map((_, start) => words.slice(start, start + runLength).join(' '));
}
