import type { SeatId } from '../ballots/ballot.ts';

/** A seat and what would give away who sits on it. */
export interface Identity {
  seatId: SeatId;
  /** Full name, like "Zara Morales". */
  name: string;
  /** Code of the persona, like "growth_hacker". */
  code: string;
}

/** Who is not in the order, or cannot be told from another. */
const someone = 'a speaker';

/** What somebody is called in a prompt: by the place in its order, which is stored with it. */
export function speakerLabel(order: readonly SeatId[], seatId: SeatId): string {
  const place = order.indexOf(seatId);
  return place < 0 ? someone : `Speaker ${letters(place)}`;
}

/** Who it was, for display only. */
export function speakerSeat(order: readonly SeatId[], label: string): SeatId | undefined {
  return order.find((seatId) => speakerLabel(order, seatId).toLowerCase() === label.trim().toLowerCase());
}

/** Signs without a shape that can sit inside a name; the two joiners only where Latin letters need none. */
const unseen =
  /[\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff]|(?<=\p{Script=Latin})[\u200c\u200d]+(?=\p{Script=Latin})/gu;

/** A to Z, then AA. */
const letters = (place: number): string =>
  (place < 26 ? '' : letters(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/** Parts of names that are words as well; they give nobody away, and are replaced in the full name only. */
const everydayWords = new Set(
  'and art bill faith for frank grace hope joy mark may pat rich rose sue the will'.split(' '),
);

/**
 * The text with labels in place of names and codes: whole words, in any case, with or without accents. A code of one
 * word, like "regulator", is an ordinary word that tells nothing of who speaks, and stays.
 */
export function anonymise(text: string, identities: readonly Identity[], order: readonly SeatId[]): string {
  const labels = new Map<string, string>();
  for (const { seatId, name, code } of identities)
    for (const word of [name, ...nameParts(name), ...(code.includes('_') ? [code] : [])])
      if (bare(word) !== '') add(bare(word), speakerLabel(order, seatId));
  const longestFirst = [...labels.keys()].sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return text;
  const anyWord = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_])(?:${longestFirst.map(pattern).join('|')})(?![\\p{L}\\p{M}\\p{N}_])`,
    'giu',
  );
  return text
    .replace(unseen, '')
    .normalize('NFD')
    .replace(anyWord, (found) => labels.get(bare(found)) ?? found)
    .normalize('NFC');

  /** A name that two of them bear tells that it was one of them. */
  function add(word: string, label: string) {
    labels.set(word, (labels.get(word) ?? label) === label ? label : someone);
  }
}

const nameParts = (name: string): string[] =>
  name.split(/\s+/).filter((part) => part.length > 2 && !everydayWords.has(part.toLowerCase()));

/** Lower case, without accents, with single spaces. */
const bare = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** Each letter with whatever accents, each space as wide as it likes. */
const pattern = (word: string): string =>
  [...word]
    .map((sign) => (sign === ' ' ? '\\s+' : `\\u{${sign.codePointAt(0)?.toString(16)}}\\p{M}*`))
    .join('');
