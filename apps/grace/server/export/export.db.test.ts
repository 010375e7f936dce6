import { uuidV7 } from '@commons/shared-db';
import type { Bundle } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loggedDose } from '../../testing/dose-attempts.ts';
import {
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  startGrace,
} from '../../testing/family.ts';
import { faultsIn } from '../../testing/fhir-r4.ts';
import { newMedication } from '../../testing/medicine.ts';

let server: GraceServer;
let holder: GracePerson & { profileId: string };
beforeAll(async () => {
  server = await startGrace();
  holder = await newHolder(server);
  const { profileId, client } = holder;
  await client.medications.create.mutate(newMedication(profileId));
  await loggedDose(server, holder);
  const allergy = { profileId, category: 'medicine', severity: 'severe', notedOn: '2020-01-01' } as const;
  await client.allergies.create.mutate({
    ...allergy,
    id: uuidV7(),
    substance: 'Penicillin',
    reaction: 'Rash',
  });
  const condition = { profileId, note: '', onsetOn: '2010-01-01', resolvedOn: '2011-01-01' };
  await client.conditions.create.mutate({ ...condition, id: uuidV7(), name: 'Gout' });
  const note = { profileId, category: 'general', id: uuidV7() } as const;
  await client.notes.create.mutate({ ...note, body: '=HYPERLINK("http://evil.example")', isPrivate: false });
  await client.notes.create.mutate({ ...note, id: uuidV7(), body: 'For me alone', isPrivate: true });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const csvOf = (person: GracePerson, table: 'doses' | 'medications' | 'notes', hasByteOrderMark = false) =>
  person.client.export.csv.mutate({ profileId: holder.profileId, table, hasByteOrderMark });
const jsonOf = async (person: GracePerson) =>
  JSON.parse((await person.client.export.json.mutate({ profileId: holder.profileId })).text);

describe('the FHIR bundle', () => {
  it('is what an R4 validator accepts, and every reference leads to an entry', async () => {
    await newCaregiver(server, { profileId: holder.profileId, name: 'Ben Okafor' });
    const { text, name } = await holder.client.export.fhir.mutate({ profileId: holder.profileId });
    const bundle: Bundle = JSON.parse(text);
    const resources = (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
    const types = new Set(resources.map(({ resourceType }) => resourceType));

    expect([bundle, ...resources].flatMap(faultsIn)).toEqual([]);
    expect([...types].toSorted()).toEqual([
      'AllergyIntolerance',
      'CareTeam',
      'Condition',
      'Consent',
      'MedicationAdministration',
      'MedicationRequest',
      'Patient',
      'RelatedPerson',
    ]);
    const urls = new Set(bundle.entry?.map(({ fullUrl }) => fullUrl));
    for (const [, reference] of text.matchAll(/"reference": "([^"]+)"/g)) expect(urls).toContain(reference);
    expect(name).toMatch(/^margaret-fhir-r4-\d{4}-\d\d-\d\d\.json$/);
  });
});

describe('a table for a spreadsheet', () => {
  it('makes no formula of what people wrote, and begins with the mark where asked to', async () => {
    const { text, name } = await csvOf(holder, 'notes', true);

    expect(text.startsWith('\uFEFFWritten,By,About,Text')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(name).toMatch(/^margaret-notes-\d{4}-\d\d-\d\d\.csv$/);
    expect((await csvOf(holder, 'medications')).text).toContain('Metformin,500 mg,tablet,oral,');
    expect((await csvOf(holder, 'doses')).text.split('\r\n').length).toBeGreaterThan(2);
  });
});

describe('the whole record', () => {
  it('holds everything for its holder, private notes and every wording included', async () => {
    const record = await jsonOf(holder);

    expect(record).toMatchObject({
      format: 'grace-record',
      version: 1,
      profile: { fullName: 'Margaret Okafor' },
    });
    expect(record.notes).toHaveLength(2);
    expect(record.noteRevisions).toHaveLength(2);
    expect(record.medicines.doses.length).toBeGreaterThan(0);
  });

  it('holds for a caregiver what the grant includes, each reading in the access log as an export', async () => {
    const { profileId } = holder;
    const eve = await newCaregiver(server, { profileId, scopes: ['notes', 'emergency_card'], name: 'Eve' });
    const record = await jsonOf(eve);
    const lines = await server.db
      .admin`select resource, via from grace.access_log where actor_id = ${eve.userId} order by resource`;

    expect(record.notes.map(({ body }: { body: string }) => body)).toEqual([
      '=HYPERLINK("http://evil.example")',
    ]);
    expect(Object.keys(record)).not.toContain('medicines');
    expect(Object.keys(record)).not.toContain('chats');
    expect(lines).toEqual([
      { resource: 'emergency_card', via: 'export' },
      { resource: 'notes', via: 'export' },
    ]);
    await expect(csvOf(eve, 'doses')).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
  });

  it('leaves a line in the audit log of whoever exports it', async () => {
    await jsonOf(holder);
    const lines = await server.db
      .admin`select action from public.audit_log where user_id = ${holder.userId} and action = 'record_exported'`;

    expect(lines.length).toBeGreaterThan(0);
  });
});
