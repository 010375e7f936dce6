import { randomBytes } from 'node:crypto';
import { expectAxeClean, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loggedDose } from '../testing/dose-attempts.ts';
import { newHolder } from '../testing/family.ts';
import { exported } from '../testing/record-file.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('a record is brought in from its file, after a look at what comes; a spoilt file says where', async () => {
    const holder = await newHolder(grace);
    await loggedDose(grace, holder);
    const file = await exported(holder, holder.profileId);
    const rosa = await grace.signUp({ name: 'Rosa' });
    const page = await grace.open(rosa, '/people/new', size);
    const choose = (record: unknown) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'margaret-record.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(record)),
      });
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
