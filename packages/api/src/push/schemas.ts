import { z } from 'zod';

/** What a browser answers to `pushManager.subscribe`, as `toJSON` writes it. */
export const PushSubscription = z.object({
  endpoint: z.url({ protocol: /^https$/, error: 'A push service has an address with https.' }).max(1_000),
  // 65 and 16 bytes in base64url.
  keys: z.object({ p256dh: z.string().regex(/^[\w-]{87}=?$/), auth: z.string().regex(/^[\w-]{22}={0,2}$/) }),
});
export type PushSubscription = z.infer<typeof PushSubscription>;
