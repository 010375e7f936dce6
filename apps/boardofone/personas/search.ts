import { fold, stemOf } from './words.ts';

/** What searching looks at. A database may hold functions and temperaments that this version has no word for. */
export interface SearchablePersona {
  name: string;
  job: string;
  expertise: string;
  keywords: readonly string[];
  method: string;
  businessFunction: string;
  temperament: string;
  adversarial: boolean;
}

export interface PersonaSearch {
  text?: string;
  businessFunction?: string;
  temperament?: string;
  adversarial?: boolean;
}

/** Those who match every word of the text and every filter, the best match first, otherwise by name. */
export function searchPersonas<P extends SearchablePersona>(
  personas: readonly P[],
  { text = '', businessFunction, temperament, adversarial }: PersonaSearch,
): P[] {
  const asked = splitWords(text);
  return personas
    .filter((persona) => !businessFunction || persona.businessFunction === businessFunction)
    .filter((persona) => !temperament || persona.temperament === temperament)
    .filter((persona) => adversarial === undefined || persona.adversarial === adversarial)
    .map((persona) => ({ persona, name: fold(persona.name), rank: rankOf(persona, asked) }))
    .filter(({ rank }) => rank > 0 || asked.length === 0)
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1))
    .map(({ persona }) => persona);
}

function rankOf(persona: SearchablePersona, asked: readonly string[]): number {
  const fields = [
    { weight: 8, words: splitWords(persona.name) },
    {
      weight: 4,
      words: splitWords(`${persona.keywords.join(' ')} ${persona.method} ${persona.businessFunction}`),
    },
    { weight: 2, words: splitWords(persona.job) },
    { weight: 1, words: splitWords(persona.expertise) },
  ];
  const ranks = asked.map((word) =>
    Math.max(...fields.map(({ weight, words }) => weight * Math.max(...words.map((w) => likeness(word, w))))),
  );
  return ranks.every((rank) => rank > 0) ? ranks.reduce((sum, rank) => sum + rank, 0) : 0;
}

/** A word counts fully, another form of it a little less, its beginning half: somebody may be typing still. */
function likeness(asked: string, word: string): number {
  if (word === asked) return 1;
  if (stemOf(word) === stemOf(asked)) return 0.75;
  return word.startsWith(asked) ? 0.5 : 0;
}

const splitWords = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
