import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';

/** For `toProfile`: a profile beside the caller's own grant. */
export const profileColumns = {
  id: profiles.id,
  userId: profiles.userId,
  basis: profiles.basis,
  fullName: profiles.fullName,
  preferredName: profiles.preferredName,
  holderName: profiles.holderName,
  photo: profiles.photo,
  timeZone: profiles.timeZone,
  zoneMoves: profiles.zoneMoves,
  isDiscreet: profiles.isDiscreet,
  isPlain: profiles.isPlain,
  version: profiles.version,
  level: caregivers.level,
  scopes: caregivers.scopes,
  endsAt: caregivers.endsAt,
};
