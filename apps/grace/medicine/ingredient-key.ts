/** Parts of names that say which salt it is, not what it does. */
const salts = new Set([
  'acetate',
  'besilate',
  'besylate',
  'calcium',
  'citrate',
  'fumarate',
  'hcl',
  'hydrobromide',
  'hydrochloride',
  'maleate',
  'mesilate',
  'mesylate',
  'phosphate',
  'potassium',
  'sodium',
  'sulfate',
  'sulphate',
  'tartrate',
]);

/** Names of the same thing on both sides of the Atlantic. */
const sameAs: Readonly<Record<string, string>> = {
  acetaminophen: 'paracetamol',
  albuterol: 'salbutamol',
  'acetylsalicylic acid': 'aspirin',
  epinephrine: 'adrenaline',
  furosemide: 'frusemide',
};

/**
 * An ingredient as it is compared: without case, accents, figures and salts, so that "Amlodipine (besilate)" is "amlodipine". What
 * is nothing but a salt, such as potassium, is itself.
 */
export function ingredientKey(ingredient: string): string {
  const words = ingredient
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const active = words.filter((word) => !salts.has(word));
  const key = (active.length > 0 ? active : words).join(' ');
  return sameAs[key] ?? key;
}
