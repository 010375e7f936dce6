import { readFile } from 'node:fs/promises';
import { uuidV7 } from '@commons/shared-db';
import { tablesNaming } from '@commons/shared-db/testing';
import { expectAxeClean, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSite, openSite } from './open-site.ts';

const sections = 'company offers audience tone policies goals locale currency doNotSay preferences'.split(
  ' ',
);
const noFields = Object.fromEntries(sections.map((key) => [key, '']));

describe.each(sizes)('leaving, on $name', ({ width, height }) => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.[Symbol.asyncDispose]());

  it('takes everything along, whatever the app, and leaves nothing behind', async () => {
    const person = await site.signUp({ name: 'Nora Lindqvist', email: `nora-${width}@example.org` });
    const business = {
      id: uuidV7(),
      name: `Nora’s ${width} kites`,
      fields: { ...noFields, company: 'Kites by Nora.' },
    };
    expect((await person.request('/chidi/trpc/contexts.create', business)).status).toBe(200);
    const page = await site.open(person, '/account', { width, height });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    const data = JSON.parse(await readFile(await download.path(), 'utf8'));

    expect(download.suggestedFilename()).toMatch(/^commons-\d{4}-\d\d-\d\d\.json$/);
    expect(data.tables['public.users']).toMatchObject([{ full_name: 'Nora Lindqvist' }]);
    expect(data.tables['chidi.user_contexts']).toMatchObject([{ id: business.id }]);

    await page.reload();
    await page.getByRole('button', { name: 'Delete my account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.getByLabel(`Type ${person.email} to confirm`).fill(person.email);
    await expectAxeClean(page);
    await dialog.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByText('Your account is deleted').waitFor();
    await page.getByRole('link', { name: 'Create an account' }).waitFor();
    await expectAxeClean(page);

    for (const trace of [person.userId, person.email, 'Lindqvist', 'kites']) {
      expect(await tablesNaming(site.db.admin, trace)).toEqual([]);
    }
  });
});
