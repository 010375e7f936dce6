/** The words of a text as they are compared: lower case, without accents, contractions in full. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'");
  const full = contractions.reduce((sofar, [short, long]) => sofar.replace(short, long), plain);
  return full.replace(/'s\b/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan'?t\b|\bcan not\b/g, 'cannot'],
  [/\bwon'?t\b/g, 'will not'],
  [/n't\b|(?<=\b(?:do|does|did|have|has|is|are|was|were))nt\b/g, ' not'],
  [/\bi'm\b|\bim\b/g, 'i am'],
  [/'ve\b|(?<=\bi)ve\b/g, ' have'],
  [/\b(he|she|it|there|that|who|what|where)'s\b/g, '$1 is'],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
];

const stem = (word: string) =>
  word.length <= 3 ? word : word.replace(/ies$/, 'y').replace(/(ing|ed|es|s|e)$/, '');

/** Whether a text has one of these terms, in any of the usual endings: "gardening" is found by "garden". */
export function mentions(text: string, terms: readonly string[]): boolean {
  const said = wordsOf(text).map(stem);
  return terms.some((term) => {
    const wanted = wordsOf(term).map(stem);
    return (
      wanted.length > 0 && said.some((_, at) => wanted.every((word, index) => said[at + index] === word))
    );
  });
}
