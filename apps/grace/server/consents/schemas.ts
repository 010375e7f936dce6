import { z } from 'zod';
import { AuthorityBasis, CareLevel, CareScope, ConsentEvent } from '../../care/schemas.ts';

export const Consent = z.object({
  id: z.uuid(),
  profileId: z.uuid(),
  grantId: z.uuid(),
  event: ConsentEvent,
  name: z.string(),
  grantedByName: z.string(),
  basis: AuthorityBasis,
  personName: z.string(),
  level: CareLevel,
  scopes: z.array(CareScope),
  endsAt: z.date(),
  textVersion: z.string(),
  text: z.string(),
  textHash: z.string(),
  at: z.date(),
});
export type Consent = z.infer<typeof Consent>;

/** Of one person, or, without one, all that are about the caller: also where their access has ended. */
export const ListConsents = z.object({ profileId: z.uuid().optional() });
export type ListConsents = z.infer<typeof ListConsents>;
