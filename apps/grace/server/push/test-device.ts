import { AppError, type SignedInContext } from '@commons/api';
import { listDevices } from './devices.ts';
import { pushToDevice } from './push-to-device.ts';
import type { DeviceId, TestOutcome } from './schemas.ts';

/** Sends a message to one of the caller's devices now, and says how far it got. */
export async function testDevice(ctx: SignedInContext, { id }: DeviceId): Promise<TestOutcome> {
  const device = (await ctx.asUser(listDevices)).find((one) => one.id === id);
  if (!device) throw new AppError('NOT_FOUND');
  try {
    const outcome = await pushToDevice(ctx, device, {
      title: 'GRACE can reach this device',
      body: 'This is the test that you asked for.',
      tag: 'test',
      url: `${ctx.siteUrl}/grace/`,
    });
    return { outcome };
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAVAILABLE') return { outcome: 'unreachable' };
    throw error;
  }
}
