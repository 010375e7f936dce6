import { readLock } from '../../lock/read-lock.ts';
import { type Check, note, ok } from '../check.ts';

/** Whether the service may write. */
export const serviceLock: Check = {
  name: 'lock',
  run: async ({ owner }) => {
    const lock = await readLock(owner);
    if (!lock) return ok('the service may write');
    return note(
      `the service is read-only since ${lock.since}${lock.reason && ` (${lock.reason})`}`,
      '"pnpm db unlock" lets it write again.',
    );
  },
};
