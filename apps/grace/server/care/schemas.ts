import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { CareScope, careScopes } from '../../care/schemas.ts';

export const Scopes = z
  .array(CareScope)
  .min(1, 'Choose at least one thing to share.')
  .max(careScopes.length)
  .transform((scopes) => [...new Set(scopes)]);

/** A day of the person, the last one on which a grant holds. */
export const LastDay = z.iso.date('Choose a day.');

export const CaregiverName = writtenText
  .min(1, 'Write their name.')
  .max(120, 'Keep the name under 121 characters.');
export const Relationship = writtenText.max(60, 'Keep it under 61 characters.');

export const OfProfile = z.object({ profileId: z.uuid() });
export type OfProfile = z.infer<typeof OfProfile>;
