import { z } from 'zod';

export const PersonaCode = z.object({
  code: z
    .string()
    .max(50)
    .regex(/^[a-z][a-z0-9_]+$/, 'Nobody in the catalogue is called that.'),
});
export type PersonaCode = z.infer<typeof PersonaCode>;

/** What browsing and searching need. */
export const PersonaCard = z.object({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  job: z.string(),
  expertise: z.string(),
  businessFunction: z.string(),
  temperament: z.string(),
  method: z.string(),
  lossFunction: z.string(),
  keywords: z.array(z.string()),
  adversarial: z.boolean(),
  /** Made by the person themselves, and nobody else's to see. */
  isMine: z.boolean(),
  /** One of their own that no new panel is offered. */
  isArchived: z.boolean(),
});
export type PersonaCard = z.infer<typeof PersonaCard>;

export const PersonaDetail = PersonaCard.extend({
  blindSpots: z.array(z.string()),
  systemPrompt: z.string(),
  /** No longer proposed for new panels. */
  isRetired: z.boolean(),
});
export type PersonaDetail = z.infer<typeof PersonaDetail>;
