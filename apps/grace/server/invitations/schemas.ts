import { z } from 'zod';
import { AuthorityBasis, CareLevel, CareScope } from '../../care/schemas.ts';
import { CaregiverName, LastDay, OfProfile, Relationship, Scopes } from '../care/schemas.ts';

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(255, 'This address is too long.')
  .pipe(z.email('Write an e-mail address, such as ben@example.org.'));

export const CreateInvitation = OfProfile.extend({
  id: z.uuid(),
  email: Email,
  name: CaregiverName,
  relationship: Relationship,
  level: CareLevel,
  scopes: Scopes,
  lastDay: LastDay,
});
export type CreateInvitation = z.infer<typeof CreateInvitation>;

const InvitationState = z.enum(['pending', 'expired', 'accepted', 'declined', 'cancelled']);

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  relationship: z.string(),
  level: CareLevel,
  scopes: z.array(CareScope),
  endsAt: z.date(),
  expiresAt: z.date(),
  createdAt: z.date(),
  consentText: z.string(),
  state: InvitationState,
});
export type Invitation = z.infer<typeof Invitation>;

/** With the link where no mail reaches anybody, so that it can be handed over. */
export const MadeInvitation = z.object({ invitation: Invitation, link: z.string().nullable() });
export type MadeInvitation = z.infer<typeof MadeInvitation>;

export const InvitationId = OfProfile.extend({ id: z.uuid() });
export type InvitationId = z.infer<typeof InvitationId>;

/** The secret of a link. It comes in a body, never in an address. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const OpenInvitation = z.object({ token: Token });
export type OpenInvitation = z.infer<typeof OpenInvitation>;

/** What the invited read before they answer. */
export const OpenedInvitation = z.object({
  personName: z.string(),
  grantedByName: z.string(),
  basis: AuthorityBasis,
  name: z.string(),
  level: CareLevel,
  scopes: z.array(CareScope),
  endsAt: z.date(),
  expiresAt: z.date(),
  consentText: z.string(),
  consentHash: z.string(),
});
export type OpenedInvitation = z.infer<typeof OpenedInvitation>;

export const AcceptInvitation = OpenInvitation.extend({ consentHash: z.string().length(64) });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
