import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boardofone } from '../../app.ts';
import type { MailTemplate } from '../../mails/mail-template.ts';
import { mailTemplates } from '../../mails/templates.ts';
import { loadMailTemplates } from './load-mail-templates.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([boardofone]);
});
afterAll(() => db?.[Symbol.asyncDispose]());
beforeEach(async () => {
  await db.admin`truncate boardofone.mail_templates cascade`;
});

const [first, ...others] = mailTemplates as readonly [MailTemplate, ...MailTemplate[]];
const reworded = (version: number): MailTemplate => ({ ...first, version, text: 'It says so otherwise.' });
const everything = () => db.admin`select * from boardofone.mail_templates order by name, version`;
const versionsOf = (name: string) =>
  db.admin`select version, text from boardofone.mail_templates where name = ${name} order by version`;

describe('the mails in the database', () => {
  it('are worded as in the files, however often and by however many they are loaded', async () => {
    await Promise.all([loadMailTemplates(db.service), loadMailTemplates(db.service)]);
    const before = await everything();
    await loadMailTemplates(db.service);

    expect(await everything()).toEqual(before);
    const stored = before.map(({ name, version, subject, text }) => ({ name, version, subject, text }));
    expect(stored).toHaveLength(mailTemplates.length);
    expect(stored).toEqual(expect.arrayContaining([...mailTemplates]));
  });

  it('keep the old version beside a new one', async () => {
    await loadMailTemplates(db.service);
    const before = await versionsOf(first.name);
    await loadMailTemplates(db.service, [first, reworded(9), ...others]);

    expect(await versionsOf(first.name)).toEqual([...before, { version: 9, text: 'It says so otherwise.' }]);
    expect(before[0]).toEqual({ version: 1, text: first.text });
  });

  it('stay when the files have lost them: a mail may have been sent with them', async () => {
    await loadMailTemplates(db.service, [first, reworded(9), ...others]);
    await loadMailTemplates(db.service);

    expect((await versionsOf(first.name)).at(-1)).toMatchObject({ version: 9 });
  });

  it('are refused with other words under a number that is known, and nothing changes', async () => {
    await loadMailTemplates(db.service);
    const before = await everything();
    const changed = loadMailTemplates(db.service, [reworded(1), { ...first, version: 8 }]);

    await expect(changed).rejects.toThrow(`${first.name} 1. Add a version in`);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['changed', `update boardofone.mail_templates set text = 'x'`],
    ['renumbered', 'update boardofone.mail_templates set version = version + 7'],
    ['deleted', 'delete from boardofone.mail_templates'],
  ])('are %s by nobody, not even by who may do everything else', async (_, statement) => {
    await loadMailTemplates(db.service);
    const before = await everything();

    await expect(db.admin.unsafe(statement)).rejects.toThrow('a version of a mail is never changed');
    expect(await everything()).toEqual(before);
  });
});
