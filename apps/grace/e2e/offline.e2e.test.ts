import { allowProblem, expectAxeClean, newTab, type Page, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { dailyAt } from '../testing/medicine.ts';
import { plannedMedicine } from '../testing/planned-medicine.ts';
import { goOffline } from './go-offline.ts';
import { startTodayStory, type TodayStory } from './today-story.ts';

let story: TodayStory;
let amara: Awaited<ReturnType<typeof newHolder>>;
let maria: Awaited<ReturnType<typeof newCaregiver>>;
beforeAll(async () => {
  story = await startTodayStory('2026-11-20T08:02:00Z');
});
afterAll(() => story?.[Symbol.asyncDispose]());
beforeEach(async () => {
  story.setNow('2026-11-20T08:02:00Z');
  amara = await newHolder(story.server);
  maria = await newCaregiver(story.server, { profileId: amara.profileId, level: 'log', name: 'Maria' });
  for (const name of ['Metformin', 'Ramipril', 'Aspirin'])
    await plannedMedicine(story.server, {
      profileId: amara.profileId,
      name,
      plan: dailyAt('08:00'),
      from: '2026-11-20T00:00:00Z',
    });
});

const given = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Given: ${name}`) });
const done = (page: Page) => page.getByRole('region', { name: /^Done/ });
const logged = () => story.server.db.admin`
  select actual_at, status from grace.dose_log where profile_id = ${amara.profileId} order by actual_at`;
/** The worker has what it needs to open pages, and the page has kept what is on it. */
async function readyForOffline(page: Page): Promise<void> {
  await given(page, 'Metformin').waitFor();
  await page.evaluate(async (user) => {
    await navigator.serviceWorker.ready;
    const has = async () => {
      const cache = await caches.open('grace-pages');
      const kept = await new Promise<unknown>((resolve) => {
        const opening = indexedDB.open(`commons:kept:${user}`);
        opening.onsuccess = () => {
          const { result: db } = opening;
          if (!db.objectStoreNames.contains('kept')) return resolve(undefined);
          const reading = db.transaction('kept').objectStore('kept').get('grace:queries');
          reading.onsuccess = () => resolve(reading.result);
        };
      });
      return (await cache.match('/grace/')) && JSON.stringify(kept ?? '').includes('Metformin');
    };
    while (!(await has())) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, maria.userId);
}

describe.each(sizes)('on $name', { timeout: 90_000 }, (size) => {
  it('Today opens without a connection, three doses are logged, the app is closed, and later there are three rows', async () => {
    const page = await story.open(maria, amara.profileId, size);
    await readyForOffline(page);
    await goOffline(page);
    await page.reload();
    await page.getByText('No connection to the server').waitFor();
    await given(page, 'Metformin').click();
    await done(page)
      .getByText(/Given at 8:0\d AM, waiting for a connection/)
      .waitFor();
    await page.getByText('One entry is kept on this device').waitFor();
    // A tap while the list moves is nobody’s; the second is made once the first has found its place.
    await given(page, 'Ramipril').click();
    await page.getByText('2 entries are kept on this device').waitFor();
    await given(page, 'Aspirin').click();
    await page.getByText('3 entries are kept on this device').waitFor();
    await expectAxeClean(page);
    expect(await logged()).toEqual([]);

    const context = page.context();
    await page.close();
    story.setNow('2026-11-20T09:00:00Z');
    await context.setOffline(false);
    const later = await newTab(page);
    await later.goto(`/grace/p/${amara.profileId}/`);
    await done(later)
      .getByText(/by you/)
      .nth(2)
      .waitFor();
    await expect.poll(async () => (await logged()).length).toBe(3);
    const times = (await logged()).map(({ actual_at }) => (actual_at as Date).toISOString().slice(0, 15));
    // They were given before nine, whenever they arrived.
    expect(times).toEqual(['2026-11-20T08:0', '2026-11-20T08:0', '2026-11-20T08:0']);
    expect(await amara.client.doses.duplicates.query(amara)).toEqual([]);
  });

  it('a report whose answer is lost is recorded once', async () => {
    const page = await story.open(maria, amara.profileId, size);
    allowProblem(page, /ERR_FAILED|Failed to fetch/);
    // The server gets it, and the answer does not come through.
    await page.route(
      '**/grace/trpc/doses.log*',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await given(page, 'Metformin').click();
    await done(page)
      .getByText(/by you/)
      .waitFor();
    await page.getByText('kept on this device').waitFor({ state: 'detached' });

    expect(await logged()).toHaveLength(1);
    expect(await amara.client.doses.duplicates.query(amara)).toEqual([]);
  });

  it('a page that could not be fetched opens by itself once the connection is back', async () => {
    const page = await story.open(maria, amara.profileId, size);
    await readyForOffline(page);
    await goOffline(page);
    await page.getByRole('link', { name: 'Medicines' }).filter({ visible: true }).click();
    await page.getByRole('button', { name: 'Reload the page' }).waitFor();
    await page.getByText('No connection to the server').nth(1).waitFor();
    await page.context().setOffline(false);

    await page.getByRole('heading', { name: 'Medicines', level: 1 }).waitFor();
  });

  it('signing out leaves nothing about anybody on the device', async () => {
    const page = await story.open(maria, amara.profileId, size);
    await readyForOffline(page);
    await page.getByRole('button', { name: 'Account of' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    const left = await page.evaluate(async (user) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(`commons:kept:${user}`);
        opening.onsuccess = () => resolve(opening.result);
      });
      const keys = await new Promise((resolve) => {
        const reading = db.transaction('kept').objectStore('kept').getAllKeys();
        reading.onsuccess = () => resolve(reading.result);
      });
      return { keys, storage: JSON.stringify(localStorage) };
    }, maria.userId);

    expect(left.keys).toEqual([]);
    expect(left.storage).not.toContain(maria.email);
    await goOffline(page);
    await page.reload();
    await page.getByRole('button', { name: 'Retry' }).or(page.getByText('Try again')).first().waitFor();
    expect(await page.content()).not.toContain('Metformin');
  });
});
