import { uuidV7 } from '@commons/shared-db';
import { allowProblem, newPage, type OpenPages, openPages, type Page } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScene } from '../testing/care-scene.ts';
import { type GracePerson, newHolder } from '../testing/family.ts';
import { dailyAt } from '../testing/medicine.ts';
import { plannedMedicine } from '../testing/planned-medicine.ts';
import { keptOf } from './kept-of.ts';

const now = new Date().toISOString();

let scene: Awaited<ReturnType<typeof startScene>> & OpenPages;
beforeAll(async () => {
  scene = await openPages(startScene(now), '/grace');
});
afterAll(() => scene?.[Symbol.asyncDispose]());

type Subscription = ReturnType<typeof scene.push.device>['subscription'];

/** A page of a browser that takes messages. The browser of the tests reaches no push service, so that its side is played. */
async function openSubscribed(person: GracePerson, subscription: Subscription): Promise<Page> {
  const page = await newPage(scene.browser, { baseUrl: scene.server.url, cookie: person.cookie });
  await page.addInitScript((played) => {
    const subscribed = {
      toJSON: () => played,
      unsubscribe: async () => {
        localStorage.setItem('test:unsubscribed', played.endpoint);
        return true;
      },
    };
    const registration = { pushManager: { getSubscription: async () => subscribed } };
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    Object.assign(navigator.serviceWorker, {
      getRegistration: async () => registration,
      getRegistrations: async () => [registration],
    });
  }, subscription);
  return page;
}

/** Somebody whose browser takes messages, with a medicine on Today. */
async function newOwner() {
  const holder = await newHolder(scene.server);
  await plannedMedicine(scene.server, { profileId: holder.profileId, plan: dailyAt('08:00') });
  const device = scene.push.device();
  await holder.client.push.add.mutate({ id: uuidV7(), subscription: device.subscription, name: 'Browser' });
  return { holder, device, profileId: holder.profileId };
}

const revokeOthers = (person: GracePerson) => person.request('/api/auth/revoke-other-sessions', {});

describe('a browser whose session was ended elsewhere', () => {
  it('forgets what was read and its messages, keeps what was typed for its writer, and shows nobody anything', async () => {
    const { holder, device, profileId } = await newOwner();
    const page = await openSubscribed(holder, device.subscription);
    await page.goto(`/grace/p/${profileId}/`);
    await page.getByText('Metformin').first().waitFor();
    await expect.poll(() => keptOf(page, holder.userId)).toContain('grace:queries');
    await page.goto(`/grace/p/${profileId}/notes/new`);
    await page.getByLabel('What did you notice?').fill('She slept until nine.');
    allowProblem(page, /401/);
    await revokeOthers(await scene.server.signIn(holder));
    await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor();

    await expect.poll(() => keptOf(page, holder.userId)).toEqual([]);
    const stored = await page.evaluate(() => ({ ...localStorage }));
    expect(stored['test:unsubscribed']).toBe(device.subscription.endpoint);
    expect(stored['commons:kept-person']).toBeUndefined();
    expect(await page.getByLabel('What did you notice?').inputValue()).toBe('She slept until nine.');

    await page.reload();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.getByText(/Margaret|Metformin/).count()).toBe(0);
    expect(await keptOf(page, holder.userId)).toEqual([]);
  });

  it('gets its messages again as soon as its person has signed in there', async () => {
    const { holder, device, profileId } = await newOwner();
    const again = await scene.server.signIn(holder);
    await revokeOthers(again);
    const send = async () => {
      await scene.server.db.admin`
        insert into grace.notices (profile_id, user_id, kind, key, send_at, on_day)
        values (${profileId}, ${holder.userId}, 'refill_due', ${uuidV7()}, now() - interval '1 minute', '2027-03-12')`;
      await scene.send(now);
      return device.received.length;
    };
    expect(await send()).toBe(0);

    const page = await openSubscribed(again, device.subscription);
    const renewed = page.waitForResponse((response) => response.url().includes('push.renew'));
    await page.goto(`/grace/p/${profileId}/`);
    expect((await renewed).status()).toBe(200);
    expect(await send()).toBe(1);
  });
});
