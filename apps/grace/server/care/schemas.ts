import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

export const Basis = z.enum(['self', 'guardian', 'power_of_attorney', 'parent']);
export const Level = z.enum(['view', 'log', 'manage']);
export const Scope = z.enum(['medications', 'notes', 'chat_summaries', 'chat_transcripts', 'emergency_card']);

export const Scopes = z
  .array(Scope)
  .min(1, 'Choose at least one thing to share.')
  .max(5)
  .transform((scopes) => [...new Set(scopes)]);

/** A day of the person, the last one on which a grant holds. */
export const LastDay = z.iso.date('Choose a day.');

export const CaregiverName = writtenText
  .min(1, 'Write their name.')
  .max(120, 'Keep the name under 121 characters.');
export const Relationship = writtenText.max(60, 'Keep it under 61 characters.');

export const OfProfile = z.object({ profileId: z.uuid() });
export type OfProfile = z.infer<typeof OfProfile>;
