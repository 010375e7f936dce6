import { z } from 'zod';
import { alertKinds } from '../../companion/schemas.ts';

export const ProfileAlerts = z.object({ profileId: z.uuid() });
export type ProfileAlerts = z.infer<typeof ProfileAlerts>;

export const AlertId = ProfileAlerts.extend({ id: z.uuid() });
export type AlertId = z.infer<typeof AlertId>;

export const Alert = z.object({
  id: z.uuid(),
  kind: z.enum(alertKinds),
  phrase: z.string(),
  raisedAt: z.date(),
  acknowledgedAt: z.date().nullable(),
  acknowledgedName: z.string().nullable(),
});
export type Alert = z.infer<typeof Alert>;
