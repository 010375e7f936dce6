import { afterEach, expect, it, vi } from 'vitest';
import { endPush } from './end-push.ts';

afterEach(() => vi.unstubAllGlobals());

const withWorkers = (getRegistrations: () => Promise<object[]>) =>
  vi.stubGlobal('navigator', { serviceWorker: { getRegistrations } });

it('ends what every app of this browser has subscribed to', async () => {
  const unsubscribe = vi.fn(async () => true);
  const subscribed = { pushManager: { getSubscription: async () => ({ unsubscribe }) } };
  const silent = { pushManager: { getSubscription: async () => null } };
  withWorkers(async () => [subscribed, silent, {}, subscribed]);
  await endPush();

  expect(unsubscribe).toHaveBeenCalledTimes(2);
});

it('stands in nobody’s way where the browser refuses, or knows no workers', async () => {
  withWorkers(() => Promise.reject(new Error('no')));
  await expect(endPush()).resolves.toBeUndefined();
  vi.stubGlobal('navigator', {});
  await expect(endPush()).resolves.toBeUndefined();
});
