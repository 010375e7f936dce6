import { uuidV7 } from '@commons/shared-db';
import { dayIn, type GraceServer, newCaregiver, type newHolder, newInvitation } from './family.ts';

/** A caregiver and an invitation of somebody's. */
export type CareOfOthers = Awaited<ReturnType<typeof careOfOthers>>;

export async function careOfOthers(server: GraceServer, holder: Awaited<ReturnType<typeof newHolder>>) {
  const { caregiverId } = await newCaregiver(server, holder);
  const { id, token } = await newInvitation(server, holder, { email: `${uuidV7()}@example.org` });
  return { profileId: holder.profileId, caregiverId, invitationId: id, token };
}

/** How a stranger would try everything about somebody's care team with its ids. */
export function careAttempts(care: () => CareOfOthers): Record<string, () => object> {
  const ofProfile = () => ({ profileId: care().profileId });
  const grant = () => ({ ...ofProfile(), id: care().caregiverId });
  const offer = { relationship: '', level: 'manage', scopes: ['notes'], lastDay: dayIn(300) };
  return {
    'accessLog.head': ofProfile,
    'accessLog.list': ofProfile,
    'caregivers.change': () => ({ ...grant(), ...offer, version: 1 }),
    'caregivers.end': grant,
    'caregivers.list': ofProfile,
    'caregivers.orderEscalation': () => ({ ...ofProfile(), ids: [care().caregiverId] }),
    'consents.list': ofProfile,
    'invitations.accept': () => ({ token: care().token, consentHash: 'a'.repeat(64) }),
    'invitations.cancel': () => ({ ...ofProfile(), id: care().invitationId }),
    'invitations.create': () => ({
      ...ofProfile(),
      ...offer,
      id: uuidV7(),
      email: 'thief@example.org',
      name: 'Thief',
    }),
    'invitations.decline': () => ({ token: care().token }),
    'invitations.list': ofProfile,
    'invitations.open': () => ({ token: care().token }),
  };
}
