import { createHash } from 'node:crypto';
import type { Persona } from '../../personas/persona.ts';

/** What the database keeps of a version of a persona, with a hash by which a change is noticed. */
export function personaContent(persona: Persona) {
  const content = {
    name: persona.name,
    job: persona.job,
    expertise: persona.expertise,
    businessFunction: persona.businessFunction,
    temperament: persona.temperament,
    method: persona.method,
    lossFunction: persona.lossFunction,
    blindSpots: [...persona.blindSpots],
    keywords: [...persona.keywords],
    isAdversarial: persona.adversarial,
    systemPrompt: persona.systemPrompt,
  };
  return { ...content, contentHash: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}
