import { randomBytes } from 'node:crypto';
import { type Browser, expectAxeClean, newPage, openBrowser } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loggedDose } from '../testing/dose-attempts.ts';
import { type GraceServer, newHolder, startGrace } from '../testing/family.ts';
import { exported } from '../testing/record-file.ts';

const sizes = [
  { name: 'a desktop', width: 1280, height: 800 },
  { name: 'a phone', width: 360, height: 640 },
];

let server: GraceServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startGrace(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

describe.each(sizes)('on $name', ({ width, height }) => {
  it('a record is brought in from its file, after a look at what comes; a spoilt file says where', async () => {
    const holder = await newHolder(server);
    await loggedDose(server, holder);
    const file = await exported(holder, holder.profileId);
    const rosa = await server.signUp({ name: 'Rosa' });
    const page = await newPage(browser, { baseUrl: server.url, cookie: rosa.cookie, width, height });
    const choose = (record: unknown) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'margaret-record.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(record)),
      });
    await page.goto('/grace/people/new');
    await page.getByRole('link', { name: 'Bring it here' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    await expectAxeClean(page);
    await choose({ noise: randomBytes(900_000).toString('base64') });
    await page.getByText('This file is too large to bring in.').waitFor();
    await choose({ ...file, profile: { ...file.profile, isAdmin: true } });
    const where = page.getByText('profile.isAdmin');
    await where.waitFor();
    expect(await where.evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px');
    await expectAxeClean(page);
    await choose(file);
    await page.getByRole('heading', { name: 'The record of Margaret Okafor' }).waitFor();

    expect(await page.getByRole('row', { name: /^Doses/ }).textContent()).toBe('Doses1');
    await page.getByText('Consents and the access log').waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Bring Margaret’s record here' }).click();
    await page.waitForURL(/\/grace\/p\/[0-9a-f-]{36}\/?$/);
    const [profile] = await rosa.client.profiles.list.query();
    await page.goto(`/grace/p/${profile?.id}/history`);
    await page.getByText('Amara Okafor (imported)').first().waitFor();

    expect(profile).toMatchObject({ fullName: 'Margaret Okafor', rights: { isHolder: true } });
  });
});
