import { readFile } from 'node:fs/promises';
import { expectAxeClean, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newHolder } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('the record is saved as files that bear its name and date', async () => {
    const holder = await newHolder(grace);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await grace.open(holder, `/p/${holder.profileId}/export`, size);
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
