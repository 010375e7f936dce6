import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GraceServer, newHolder, startGrace } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';

let server: GraceServer;
beforeAll(async () => {
  server = await startGrace();
});
afterAll(() => server?.[Symbol.asyncDispose]());

it.each([
  ['may come earlier', '2027-01-01', '2027-01-01T00:00:00.000Z'],
  ['never moves later', '2029-01-01', '2028-01-01T00:00:00.000Z'],
  ['is never taken away', null, '2028-01-01T00:00:00.000Z'],
])('the end of a version %s, not even for the login that owns the table', async (_, until, kept) => {
  const { profileId, client } = await newHolder(server);
  const { id } = await client.medications.create.mutate(newMedication(profileId));
  const { admin } = server.db;
  await admin`update grace.schedules set effective_until = '2028-01-01' where medication_id = ${id}`;
  await admin`update grace.schedules set effective_until = ${until} where medication_id = ${id}`;
  const [row] = await admin`select effective_until from grace.schedules where medication_id = ${id}`;

  expect(row?.effective_until).toEqual(new Date(kept));
});
