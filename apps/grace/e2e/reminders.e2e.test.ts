import { runInNewContext } from 'node:vm';
import {
  expectAxeClean,
  expectOnlyOrigin,
  type OpenPages,
  openPages,
  type Page,
  sizes,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCare, startScene } from '../testing/care-scene.ts';

const pageTime = new Date('2027-03-14T12:40:00Z');

let scene: Awaited<ReturnType<typeof startScene>> & OpenPages;
beforeAll(async () => {
  scene = await openPages(startScene('2027-03-13T20:00:00Z'), '/grace');
});
afterAll(() => scene?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  const look = { ...size, fixedTime: pageTime };

  it('a caregiver hears that a dose is open while the page is open, and sees to it', async () => {
    scene.setClock('2027-03-13T20:00:00Z');
    const care = await newCare(scene.server, scene.push);
    await scene.plan('2027-03-14T11:55:00Z');
    const page = await scene.open(care.ben, `/p/${care.profileId}/reminders`, look);
    await page.getByRole('link', { name: 'Notices', exact: true }).waitFor();
    await scene.send('2027-03-14T12:30:00Z');
    await page.getByRole('link', { name: 'Notices, 1 not read' }).click();
    await page.getByText('Metformin, planned for 8:00 AM, has not been logged. Can you look in?').waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'I see to it' }).click();
    await page.getByText('You see to it').waitFor();
    await scene.send('2027-03-14T13:00:00Z');

    expect(care.cleo.device.received).toEqual([]);
    await expectOnlyOrigin(page, scene.server.url);
    await page.close();
  });

  it('the holder chooses what they are told, and makes a calendar and ends it', async () => {
    scene.setClock('2027-03-13T20:00:00Z');
    const { amara, profileId } = await newCare(scene.server, scene.push);
    const page = await scene.open(amara, `/p/${profileId}/reminders`, look);
    await page.getByRole('switch', { name: 'A mail every day' }).click();
    await page.getByLabel('When', { exact: true }).waitFor();
    await expect
      .poll(async () => (await amara.client.notices.settings.query({ profileId })).digestTime)
      .toBe('07:00');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('It is on its way').waitFor();
    await page.getByLabel('Where will you use it?').fill('Kitchen tablet');
    await page.getByRole('button', { name: 'Make a calendar address' }).click();
    const address = await page.getByText(/\/grace\/feeds\/.*\.ics/).textContent();
    expect(await (await fetch(address ?? '')).text()).toContain('SUMMARY:Medicine');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'End Kitchen tablet' }).click();
    await page.getByText('Ended').waitFor();
    expect((await fetch(address ?? '')).status).toBe(404);
    await page.close();
  });
});

/**
 * Delivers to the worker of a real browser what was pushed to somebody's device; answers what it shows, and where a tap leads. This
 * browser has no notifications of its own: the last step of both is played.
 */
async function deliver(page: Page, payload: string) {
  const context = page.context();
  const starting = context.waitForEvent('serviceworker', (worker) => worker.url().endsWith('push-worker.js'));
  await page.evaluate(async () => {
    const { installing } = await navigator.serviceWorker.register('/grace/push-worker.js', {
      scope: '/grace/push/',
    });
    await new Promise<void>((resolve) =>
      installing?.addEventListener('statechange', () => installing.state === 'activated' && resolve()),
    );
  });
  const worker = await starting;
  await worker.evaluate(() => {
    const scope = self as unknown as PlayedScope;
    scope.registration.showNotification = async (title, options) => {
      scope.shown = { title, ...options };
    };
    scope.clients.openWindow = async (url) => {
      scope.opened = url;
    };
  });
  const session = await context.newCDPSession(page);
  const registrationId = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL.endsWith('/grace/push/'));
      if (found) resolve(found.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  const origin = scene.server.url;
  await session.send('ServiceWorker.deliverPushMessage', {
    origin,
    registrationId: await registrationId,
    data: payload,
  });
  const shownNow = () => worker.evaluate(() => (self as unknown as PlayedScope).shown);
  await expect.poll(shownNow).toBeDefined();
  const opened = await worker.evaluate(() => {
    const scope = self as unknown as PlayedScope;
    const notification = { data: scope.shown?.data, close: () => undefined };
    const tap = new Event('notificationclick');
    self.dispatchEvent(Object.assign(tap, { notification, waitUntil: () => undefined }));
    return scope.opened ?? '';
  });
  return { shown: await shownNow(), opened };
}

interface PlayedScope {
  registration: { showNotification: (title: string, options: Shown) => Promise<void> };
  clients: { openWindow: (url: string) => Promise<void> };
  shown?: Shown & { title: string };
  opened?: string;
}

interface Shown {
  body: string;
  data: { url: string };
}

it('a pushed message names no medicine on a locked screen, and a tap opens the page of the person', async () => {
  scene.setClock('2027-03-13T20:00:00Z');
  const care = await newCare(scene.server, scene.push);
  await scene.plan('2027-03-14T11:55:00Z');
  await scene.send('2027-03-14T12:30:00Z');
  const [message] = care.ben.device.received;
  const page = await scene.open(care.ben, `/p/${care.profileId}/reminders`, {
    ...sizes[1],
    fixedTime: pageTime,
  });
  const { shown, opened } = await deliver(page, message?.payload ?? '');

  expect(shown).toMatchObject({
    title: 'Margaret: not logged yet',
    body: 'A medicine, planned for 8:00 AM, has not been logged. Can you look in?',
  });
  await page.goto(opened);
  await page.getByRole('button', { name: /^Given: Metformin/ }).waitFor();
});

/** How the worker of pushed messages writes them on a device of somebody who writes times this way. */
async function shownIn(locale: string, message: { title: string; body: string }) {
  const source = await (await fetch(`${scene.server.url}/grace/push-worker.js`)).text();
  const listeners = new Map<string, (event: object) => void>();
  const shown: string[][] = [];
  const self = {
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
    registration: {
      showNotification: (title: string, { body }: { body: string }) => shown.push([title, body]),
    },
  };
  class DateTimeFormat extends Intl.DateTimeFormat {
    constructor(_: undefined, options: Intl.DateTimeFormatOptions) {
      super(locale, options);
    }
  }
  runInNewContext(source, { self, Intl: { DateTimeFormat } });
  listeners.get('push')?.({ data: { json: () => message }, waitUntil: () => undefined });
  return shown.map((texts) => texts.map((text) => text.replaceAll('\u202f', ' ')));
}

it('a pushed message has its time as the device writes times', async () => {
  const message = { title: 'Margaret, 20:00', body: 'Metformin, planned for 08:05, has not been logged.' };
  expect(await shownIn('en-US', message)).toEqual([
    ['Margaret, 8:00 PM', 'Metformin, planned for 8:05 AM, has not been logged.'],
  ]);
  expect(await shownIn('de-DE', message)).toEqual([
    ['Margaret, 20:00', 'Metformin, planned for 8:05, has not been logged.'],
  ]);
});
