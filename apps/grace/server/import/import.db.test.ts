import { uuidV7 } from '@commons/shared-db';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../db/seed/load.ts';
import { seed } from '../../db/seed.ts';
import { anyRecord } from '../../testing/any-record.ts';
import { type GracePerson, type GraceServer, newCaregiver, startGrace } from '../../testing/family.ts';
import {
  arranged,
  asBroughtIn,
  broughtIn,
  exported,
  packed,
  type RecordFile,
} from '../../testing/record-file.ts';
import { parts } from './parts.ts';
import { workedOut } from './record-schema.ts';

const margaret = '019aa5c0-0000-7000-8000-00000000a001';

let server: GraceServer;
let amara: GracePerson;
let family: RecordFile;
beforeAll(async () => {
  server = await startGrace();
  amara = await server.signUp({ name: 'Amara Okafor' });
  const demoUsers = new Map([['amara@demo.example', amara.userId]]);
  for (const name of ['chioma', 'ben', 'kim', 'jonas']) {
    demoUsers.set(
      `${name}@demo.example`,
      (await server.signUp({ name, email: `${name}@demo.example` })).userId,
    );
  }
  await loadCatalogues(server.db.service);
  await seed({ database: server.db.database, service: server.db.service, demoUsers });
  family = await exported(amara, margaret);
});
afterAll(() => server?.[Symbol.asyncDispose]());

describe('a record that is saved, brought in and saved again', () => {
  it('is the same for the demonstration family, in all that the file holds', async () => {
    const id = await broughtIn(amara, family);
    const again = await exported(amara, id);

    expect(family.medicines.doses.length).toBeGreaterThan(20);
    for (const list of ['stockChanges', 'doseEffects', 'medicationHolds', 'medicationChanges'])
      expect(family.medicines[list], list).not.toEqual([]);
    for (const list of [
      'notes',
      'noteRevisions',
      'chats',
      'chatTurns',
      'chatSummaries',
      'lifeStory',
      'topicPreferences',
    ])
      expect(family[list], list).not.toEqual([]);
    expect(arranged(again)).toEqual(arranged(asBroughtIn(family, id, amara.userId)));
  });

  it('is the same for any small record, in the hands of somebody else', async () => {
    // Several, so that none of them brings in or saves more than is allowed within a minute.
    const nurses = await Promise.all(Array.from({ length: 3 }, () => server.signUp({ name: 'Rosa' })));
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(anyRecord, async (file) => {
        const nurse = nurses[runs++ % nurses.length] ?? amara;
        const id = await broughtIn(nurse, file);
        const again = await exported(nurse, id);
        // The card counts as changed when anything that it shows was.
        const asBefore = [...workedOut, 'updatedAt'].map((name) => [name, file.emergencyCard[name]]);
        const emergencyCard = { ...again.emergencyCard, ...Object.fromEntries(asBefore) };
        const twice = await broughtIn(nurse, again);

        expect(arranged({ ...again, emergencyCard })).toEqual(arranged(asBroughtIn(file, id, nurse.userId)));
        expect(arranged(await exported(nurse, twice))).toEqual(
          arranged(asBroughtIn(again, twice, nurse.userId)),
        );
      }),
      // Not made smaller: that would bring in more than anybody may.
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('was tried with lines in every list that a file has', () => {
    const lists = (file: RecordFile) =>
      Object.entries({ ...file, ...file.medicines, contacts: file.emergencyCard.contacts })
        .filter(([, value]) => Array.isArray(value) && value.length > 0)
        .map(([name]) => name);
    const tried = new Set(fc.sample(anyRecord, { numRuns: 25, seed: 1 }).flatMap(lists));
    const parted = parts.map(({ path }) => path.at(-1) ?? '');

    expect([...tried].toSorted()).toEqual([...parted, 'contacts'].toSorted());
  });

  it('keeps the three instants of a dose', async () => {
    const id = await broughtIn(amara, family);
    const instants = ({ medicines }: RecordFile) =>
      medicines.doses
        .map(({ scheduledAt, actualAt, recordedAt }: Record<string, string>) => [
          scheduledAt,
          actualAt,
          recordedAt,
        ])
        .toSorted();

    expect(instants(await exported(amara, id))).toEqual(instants(family));
  });
});

describe('who an entry is by', () => {
  it('is what the file says, marked, and no account but the own one', async () => {
    const rosa = await server.signUp({ name: 'Rosa' });
    const profileId = await broughtIn(rosa, family);
    const { items } = await rosa.client.notes.list.query({ profileId });
    const changes = await rosa.client.medications.changes.query({ profileId });
    const rows = await server.db.admin`
      select recorded_by as by from grace.dose_log where profile_id = ${profileId} and recorded_by is not null
      union all select author_id from grace.notes where profile_id = ${profileId} and author_id is not null
      union all select actor_id from grace.medication_changes where profile_id = ${profileId} and actor_id is not null`;

    expect(items.length).toBeGreaterThan(0);
    for (const { authorName, isMine } of items) {
      expect(authorName).toMatch(/\w \(imported\)$/);
      expect(isMine).toBe(false);
    }
    expect(changes.length).toBeGreaterThan(0);
    for (const { actorName } of changes) expect(actorName).toMatch(/\w \(imported\)$/);
    expect(rows).toEqual([]);
  });

  it('stays with the account of whoever brings the own entries in', async () => {
    const profileId = await broughtIn(amara, family);
    const rows = await server.db.admin`
      select distinct recorded_by as by from grace.dose_log where profile_id = ${profileId} and recorded_by is not null`;

    expect(rows).toEqual([{ by: amara.userId }]);
  });
});

describe('bringing a file in', () => {
  it('adds nothing when it is sent again', async () => {
    const id = await broughtIn(amara, family);
    const before = await exported(amara, id);
    await broughtIn(amara, family, id);

    expect(arranged(await exported(amara, id))).toEqual(arranged(before));
  });

  it('gives nobody access, whoever the file names', async () => {
    const profileId = await broughtIn(amara, family);
    const rows = await server.db.admin`
      select id from grace.caregivers where profile_id = ${profileId}
      union all select id from grace.consents where profile_id = ${profileId}
      union all select id from grace.access_log where profile_id = ${profileId}`;

    expect(family.caregivers.length).toBeGreaterThan(2);
    expect(rows).toEqual([]);
  });

  it('never goes into a record that is there, of the own ones or of others', async () => {
    const other = await server.signUp({ name: 'Ada' });
    const before = await exported(amara, margaret);
    const tries = [amara, other].map((person) => broughtIn(person, family, margaret));
    const results = await Promise.allSettled(tries);

    const codes = results.map((result) => result.status === 'rejected' && result.reason.data.code);

    expect(codes).toEqual(['CONFLICT', 'NOT_FOUND']);
    expect(arranged(await exported(amara, margaret))).toEqual(arranged(before));
  });

  it('leaves nothing behind when one line of it breaks a rule', async () => {
    const file = structuredClone(family);
    file.chats.at(-1).title = ' ';
    const id = uuidV7();
    const result = await broughtIn(amara, file, id).catch((error: unknown) => error);
    const rows = await server.db.admin`
      select id from grace.profiles where id = ${id} union all select id from grace.medications where profile_id = ${id}`;

    expect(result).toMatchObject({
      message: 'The list of sessions: A line breaks the rule sessions_title_check.',
      data: { code: 'BAD_INPUT' },
    });
    expect(rows).toEqual([]);
  });

  it('makes no second record of the own person', async () => {
    const ada = await server.signUp({ name: 'Ada' });
    const send = (id = uuidV7()) =>
      ada.client.import.record.mutate({ id, file: packed(family), basis: 'self' });
    const { id } = await send();

    await expect(send()).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
    expect((await send(id)).id).toBe(id);
  });

  it('takes what a caregiver may save, with a summary left out that has no conversation', async () => {
    const scopes = ['notes', 'chat_summaries'] as const;
    const eve = await newCaregiver(server, { profileId: margaret, scopes: [...scopes], name: 'Eve' });
    const file = await exported(eve, margaret);
    const profileId = await broughtIn(eve, file);

    expect(Object.keys(file)).not.toContain('medicines');
    expect((await exported(eve, profileId)).notes).toHaveLength(file.notes.length);
  });
});

describe('the preview', () => {
  it('says what comes and what stays behind, and makes nothing', async () => {
    const id = uuidV7();
    const file = { ...family, chats: family.chats.map((chat: object) => ({ ...chat, topicId: 'on-mars' })) };
    const { contents, problems } = await amara.client.import.preview.mutate({ id, file: packed(file) });
    const rows = await server.db.admin`select id from grace.profiles where id = ${id}`;

    expect(problems).toEqual([]);
    expect(contents).toMatchObject({ fullName: 'Margaret Okafor', basis: 'power_of_attorney' });
    expect(contents?.comes).toContainEqual({ what: 'Doses', count: family.medicines.doses.length });
    expect(contents?.staysBehind.map(({ what }) => what)).toEqual([
      `The care team of ${family.caregivers.length}`,
      'Consents and the access log',
      'Links, reminders and calendars',
      `Topics that are not here (${family.chats.length})`,
    ]);
    expect(rows).toEqual([]);
  });

  it('says what is wrong, and where', async () => {
    const file = structuredClone(family);
    file.medicines.doses[2].recordedAt = '2199-01-01T00:00:00.000Z';
    file.medicines.doses[3].versionId = uuidV7();
    const preview = (record: RecordFile) =>
      amara.client.import.preview.mutate({ id: uuidV7(), file: packed(record) });

    expect(await preview(file)).toEqual({
      contents: null,
      problems: [{ where: 'medicines.doses[3].recordedAt', what: 'This lies in the future.' }],
    });
    file.medicines.doses[2].recordedAt = family.medicines.doses[2].recordedAt;
    expect((await preview(file)).problems).toEqual([
      { where: 'medicines.doses[4].versionId', what: 'This refers to nothing in the file.' },
    ]);
  });
});
