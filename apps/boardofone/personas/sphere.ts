import type { Persona, Sphere } from './persona.ts';
import type { Relevance } from './relevance.ts';

const clearly = 1.5;

/** Whether a text is about work or about private life, by whom it calls for; both when that is not clear. */
export function sphereOf(relevance: ReadonlyMap<string, Relevance>, personas: readonly Persona[]): Sphere {
  const strongest = (sphere: Sphere) =>
    personas
      .filter(({ suits }) => suits === sphere)
      .map(({ code }) => relevance.get(code)?.score ?? 0)
      .toSorted((a, b) => b - a)
      .slice(0, 3)
      .reduce((sum, score) => sum + score, 0);
  const [work, life] = [strongest('work'), strongest('life')];
  if (work > life * clearly) return 'work';
  return life > work * clearly ? 'life' : 'both';
}
