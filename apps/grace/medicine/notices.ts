import { familiesOf } from './families.ts';
import { ingredientKey } from './ingredient-key.ts';

/** Something that somebody who enters a medicine should know; it is told, and never decides. */
export interface EntryNotice {
  kind: 'duplicate' | 'allergy';
  /** The ingredient that was entered. */
  ingredient: string;
  /** The other medicine, or the substance of the allergy. */
  found: string;
  /** Related, not the same: "penicillin" and "amoxicillin". */
  isFamily: boolean;
}

interface OtherMedicine {
  name: string;
  ingredients: string[];
}

/** Ingredients that another medicine has as well, and those that an allergy names. Not a complete interaction check. */
export function entryNotices(
  entered: OtherMedicine,
  others: OtherMedicine[],
  allergies: { substance: string }[],
): EntryNotice[] {
  return entered.ingredients.flatMap((ingredient) => [
    ...duplicates(ingredient, others),
    ...allergyMatches(ingredient, entered.name, allergies),
  ]);
}

function duplicates(ingredient: string, others: OtherMedicine[]): EntryNotice[] {
  const key = ingredientKey(ingredient);
  return others
    .filter(({ ingredients }) => key !== '' && ingredients.some((other) => ingredientKey(other) === key))
    .map(({ name }) => ({ kind: 'duplicate', ingredient, found: name, isFamily: false }));
}

function allergyMatches(ingredient: string, name: string, allergies: { substance: string }[]): EntryNotice[] {
  const key = ingredientKey(ingredient);
  if (key === '') return [];
  const families = familiesOf(ingredient);
  return allergies.flatMap(({ substance }): EntryNotice[] => {
    const allergen = ingredientKey(substance);
    if (allergen === '') return [];
    if (hasWords(key, allergen) || hasWords(allergen, key) || hasWords(ingredientKey(name), allergen))
      return [{ kind: 'allergy', ingredient, found: substance, isFamily: false }];
    const isRelated = familiesOf(substance).some((family) => families.includes(family));
    return isRelated ? [{ kind: 'allergy', ingredient, found: substance, isFamily: true }] : [];
  });
}

/** All words of the second are among those of the first. */
function hasWords(text: string, words: string): boolean {
  const present = new Set(text.split(' '));
  return words.split(' ').every((word) => present.has(word));
}
