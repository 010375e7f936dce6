import { z } from 'zod';
import { providerIds } from '../identity/schemas.ts';

/** `POST /api/account/devices/revoke` */
export const RevokeDevice = z.object({ id: z.uuid() });

/** `POST /api/account/delete`: the address of the account, typed once more. */
export const DeleteAccount = z.object({ email: z.string().trim().max(255) });

/** `POST /api/account/unlink` */
export const Unlink = z.object({ provider: z.enum(providerIds) });

/** `GET /api/account/activity`: how many entries, the newest or those before one of them. */
export const ListActivity = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  before: z.uuid().optional(),
});
export type ListActivity = z.infer<typeof ListActivity>;
