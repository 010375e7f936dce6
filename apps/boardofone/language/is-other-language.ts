const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Small words of English that its neighbours do not have as well, or hardly ever. */
const english = new Set(
  'about after all and any are be because been before by can could did does from had has have his how if into its just like make many may more most much must need new not now one only or other our out should since some than that the their them then there these they this those too want way well what when where which while who why with without would you your'.split(
    ' ',
  ),
);

const wordsMin = 5;
const englishShareMin = 1 / 10;

/** Whether a text is long enough to tell that it is not English; rules that know English words say nothing of such a text. */
export function isOtherLanguage(text: string): boolean {
  const words = [...segmenter.segment(text.normalize('NFC').toLowerCase())].filter(
    ({ isWordLike }) => isWordLike,
  );
  const known = words.filter(({ segment }) => english.has(segment.replace(/(n['’]t|['’]\p{L}*)$/u, '')));
  return words.length >= wordsMin && known.length < words.length * englishShareMin;
}
