import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { addDevice } from './add.ts';
import { myDevices } from './list.ts';
import { removeDevice } from './remove.ts';
import { renewDevice } from './renew.ts';
import { AddDevice, Device, DeviceId, RenewDevice, TestOutcome } from './schemas.ts';
import { testDevice } from './test-device.ts';

export const pushRouter = router({
  /** What a browser needs to subscribe. */
  key: signedInProcedure
    .output(z.object({ publicKey: z.string() }))
    .query(({ ctx }) => ({ publicKey: ctx.push.publicKey })),
  devices: signedInProcedure.output(z.array(Device)).query(({ ctx }) => myDevices(ctx)),
  add: signedInProcedure
    .meta({ limit: { max: 30, per: 'hour' } })
    .input(AddDevice)
    .output(z.void())
    .mutation(({ ctx, input }) => addDevice(ctx, input)),
  renew: signedInProcedure
    .meta({ limit: { max: 60, per: 'hour' } })
    .input(RenewDevice)
    .output(z.void())
    .mutation(({ ctx, input }) => renewDevice(ctx, input)),
  remove: signedInProcedure
    .input(DeviceId)
    .output(z.void())
    .mutation(({ ctx, input }) => removeDevice(ctx, input)),
  test: signedInProcedure
    .meta({ limit: { max: 20, per: 'hour' } })
    .input(DeviceId)
    .output(TestOutcome)
    .mutation(({ ctx, input }) => testDevice(ctx, input)),
});
