import { expect, it } from 'vitest';
import { catalogue } from '../../personas/catalogue.ts';
import { personaContent } from './persona-content.ts';
import { publishedPersonas } from './published-personas.ts';

const hashOf = (persona: (typeof catalogue)[number]) => personaContent(persona).contentHash.slice(0, 12);

it.each(catalogue)('$code says what its version has always said, or has a new version', (persona) => {
  const published = publishedPersonas[persona.code] ?? [];

  expect(published, 'After a change raise the version and add this hash').toHaveLength(persona.version);
  expect(published.at(-1)).toBe(hashOf(persona));
});
