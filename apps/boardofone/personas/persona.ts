export const businessFunctions = [
  'customer care',
  'education',
  'engineering',
  'ethics',
  'finance',
  'health',
  'law',
  'marketing',
  'operations',
  'people',
  'personal life',
  'product',
  'public affairs',
  'sales',
  'science',
  'security',
  'strategy',
] as const;
export type BusinessFunction = (typeof businessFunctions)[number];

export const temperaments = [
  'blunt',
  'bold',
  'calm',
  'cautious',
  'curious',
  'dry',
  'patient',
  'playful',
  'restless',
  'sceptical',
  'stern',
  'warm',
] as const;
export type Temperament = (typeof temperaments)[number];

/** Where somebody has something to say: in decisions of an organisation, of private life, or in either. */
export type Sphere = 'work' | 'life' | 'both';

/**
 * One voice that can be asked onto a panel. It stands for a point of view and a way of looking, and claims no knowledge that a model
 * does not have: its worth is that it argues differently from the others.
 */
export interface Persona {
  /** Never changes and is never given to somebody else: sessions refer to it. */
  code: string;
  /** Goes up by one whenever anything about the persona changes. Sessions keep the version they began with. */
  version: number;
  name: string;
  job: string;
  businessFunction: BusinessFunction;
  suits: Sphere;
  temperament: Temperament;
  method: string;
  /** The one failure that it is there to prevent. */
  lossFunction: string;
  blindSpots: readonly string[];
  expertise: string;
  /** A panel needs at least one member whose seat it is to oppose. */
  adversarial: boolean;
  /** Words of a problem by which it is called. */
  keywords: readonly string[];
  systemPrompt: string;
}
