const stopWords = new Set(
  `a about an and any are as at be been but by can could did do does for from get give had has have how i if in into is
  it its just know like make me my need of on or our please shall should show so some tell than that the their them then
  there these they this to us want was we were what when where which who why will with would write you your`.split(
    /\s+/,
  ),
);

/** The words of a text that carry meaning: lower case, without accents, stop words and common English endings. */
export function contentWords(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stopWords.has(word)).map(stem);
}

function stem(word: string): string {
  if (word.length <= 3) return word;
  return word.replace(/ies$/, 'y').replace(/(ing|ed|es|s|e)$/, '');
}
