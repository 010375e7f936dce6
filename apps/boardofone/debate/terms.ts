const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const fillers = new Set(
  'a about after all also an and any are as at be because been before but by can could did do does for from had has have he her his how i if in into is it its just like make many may more most much must my need new no not of on one only or other our out over she should since so some than that the their them then there these they this those to too up us use very want was way we well were what when where which while who why will with without would you your'.split(
    ' ',
  ),
);

/** The words of a text that carry its meaning, each without its ending: "pricing" and "prices" are one. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFC').toLowerCase())) {
    // Without what an apostrophe adds: "bakery's", "we'll", and "don't" down to "do".
    const word = segment.replace(/(n['’]t|['’]\p{L}*)$/u, '');
    if (!isWordLike || fillers.has(word)) continue;
    terms.add(word.length > 4 ? word.replace(/(ing|ies|ed|es|s|e|y)$/, '') : word);
  }
  return terms;
}
