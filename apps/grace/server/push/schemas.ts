import { PushSubscription } from '@commons/api/push/schemas';
import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

export const DeviceId = z.object({ id: z.uuid() });
export type DeviceId = z.infer<typeof DeviceId>;

export const AddDevice = z.object({
  id: z.uuid(),
  subscription: PushSubscription,
  name: writtenText.min(1, 'Name this device.').max(80, 'Keep the name under 81 characters.'),
});
export type AddDevice = z.infer<typeof AddDevice>;

export const RenewDevice = AddDevice.pick({ subscription: true });
export type RenewDevice = z.infer<typeof RenewDevice>;

/** A device without the keys by which it is reached. */
export const Device = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Ends of the address, by which a browser knows itself in the list. */
  endpointEnd: z.string(),
  createdAt: z.string(),
  reachedAt: z.string().nullable(),
});
export type Device = z.infer<typeof Device>;

/** Whether a message got as far as the push service of the device just now. */
export const TestOutcome = z.object({ outcome: z.enum(['sent', 'gone', 'refused', 'unreachable']) });
export type TestOutcome = z.infer<typeof TestOutcome>;
