import { invitations } from '../../db/schema/invitations.ts';
import type { Invitation } from './schemas.ts';

/** For `toInvitation`. */
export const invitationColumns = {
  id: invitations.id,
  email: invitations.email,
  name: invitations.name,
  relationship: invitations.relationship,
  level: invitations.level,
  scopes: invitations.scopes,
  endsAt: invitations.endsAt,
  expiresAt: invitations.expiresAt,
  createdAt: invitations.createdAt,
  consentText: invitations.consentText,
  acceptedAt: invitations.acceptedAt,
  declinedAt: invitations.declinedAt,
  cancelledAt: invitations.cancelledAt,
};

type InvitationRow = Omit<Invitation, 'state'> &
  Record<'acceptedAt' | 'declinedAt' | 'cancelledAt', Date | null>;

/** A row with what became of it. */
export function toInvitation(row: InvitationRow, now: Date): Invitation {
  const { acceptedAt, declinedAt, cancelledAt, ...invitation } = row;
  const settled = acceptedAt ? 'accepted' : declinedAt ? 'declined' : cancelledAt ? 'cancelled' : undefined;
  return { ...invitation, state: settled ?? (row.expiresAt <= now ? 'expired' : 'pending') };
}
