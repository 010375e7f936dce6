import { z } from 'zod';
import { CareLevel, CareScope } from '../../care/schemas.ts';
import { LastDay, OfProfile, Relationship, Scopes } from '../care/schemas.ts';

const Caregiver = z.object({
  id: z.uuid(),
  name: z.string(),
  relationship: z.string(),
  level: CareLevel,
  scopes: z.array(CareScope),
  startsAt: z.date(),
  endsAt: z.date(),
  /** When somebody ended it, or it ran out. */
  endedAt: z.date().nullable(),
  /** Nobody has ended it. */
  isRenewable: z.boolean(),
  escalationOrder: z.int().nullable(),
  version: z.int(),
  isYou: z.boolean(),
});
export type Caregiver = z.infer<typeof Caregiver>;

/** Who takes part; who did before is the holder's to know. */
export const CareTeam = z.object({ standing: z.array(Caregiver), former: z.array(Caregiver) });
export type CareTeam = z.infer<typeof CareTeam>;

export const CaregiverId = OfProfile.extend({ id: z.uuid() });
export type CaregiverId = z.infer<typeof CaregiverId>;

export const ChangeGrant = CaregiverId.extend({
  relationship: Relationship,
  level: CareLevel,
  scopes: Scopes,
  lastDay: LastDay,
  version: z.int().positive(),
});
export type ChangeGrant = z.infer<typeof ChangeGrant>;

/** Everybody who is turned to when a dose is missed, the first first. */
export const OrderEscalation = OfProfile.extend({ ids: z.array(z.uuid()).max(50) });
export type OrderEscalation = z.infer<typeof OrderEscalation>;
