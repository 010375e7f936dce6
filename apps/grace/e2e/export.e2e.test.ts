import { readFile } from 'node:fs/promises';
import { type Browser, expectAxeClean, newPage, openBrowser } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraceServer, newHolder, startGrace } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';

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
  it('the record is saved as files that bear its name and date', async () => {
    const holder = await newHolder(server);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await newPage(browser, { baseUrl: server.url, cookie: holder.cookie, width, height });
    await page.goto(`/grace/p/${holder.profileId}/export`);
    await page.getByRole('heading', { name: 'Take the record along' }).waitFor();
    await expectAxeClean(page);
    const saved = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    };
    const medicines = await saved('Medicines');

    expect(medicines.name).toMatch(/^margaret-medications-\d{4}-\d\d-\d\d\.csv$/);
    expect(medicines.text).toContain('Metformin');
    expect(JSON.parse((await saved('Save for a clinic')).text)).toMatchObject({ resourceType: 'Bundle' });
    expect(JSON.parse((await saved('Save everything')).text)).toMatchObject({ format: 'grace-record' });
  });
});
