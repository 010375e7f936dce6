import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCare, startScene } from '../../testing/care-scene.ts';
import { runJobAs } from '../../testing/run-jobs.ts';
import { lookAheadJob } from './look-ahead-job.ts';

let scene: Awaited<ReturnType<typeof startScene>>;
beforeAll(async () => {
  // A Monday, in the night of New York.
  scene = await startScene('2027-03-15T06:11:00Z');
});
afterAll(() => scene?.[Symbol.asyncDispose]());

type Care = Awaited<ReturnType<typeof newCare>>;
const bodies = async ({ client }: Care['ben'] | Care['amara']) =>
  (await client.notices.list.query({})).notices.map(({ body }) => body);
async function night({ amara, profileId }: Care, at: string) {
  scene.setClock(at);
  await runJobAs(scene.server, amara.userId, lookAheadJob, { profileId });
}

describe('a refill', () => {
  it('is spoken of so many days before it runs out, earlier where the pharmacy is closed then, and once', async () => {
    const care = await newCare(scene.server, scene.push);
    const { profileId, medication, amara, ben } = care;
    await scene.server.db.admin`
      update grace.caregivers set level = 'manage' where id = ${ben.caregiverId}`;
    // On Wednesday the five tablets last until Saturday, with the dose of Tuesday still open. Three days before Sunday is Thursday.
    await scene.server.db.admin`
      update grace.medications set pharmacy_closed_weekdays = '{4}', refill_notice_days = 3 where id = ${medication.id}`;
    await amara.client.stock.count.mutate({
      id: uuidV7(),
      profileId,
      medicationId: medication.id,
      amount: '5',
    });
    await night(care, '2027-03-16T06:11:00Z');
    await scene.send('2027-03-16T13:00:00Z');
    expect(await bodies(amara)).toEqual([]);

    await night(care, '2027-03-17T06:11:00Z');
    await scene.send('2027-03-17T12:59:00Z');
    expect(await bodies(amara)).toEqual([]);
    await scene.send('2027-03-17T13:00:00Z');
    expect(await bodies(amara)).toEqual(['Metformin will run out on March 21.']);
    expect(await bodies(ben)).toEqual(['Metformin will run out on March 21.']);
    expect(await bodies(care.cleo)).toEqual([]);

    await night(care, '2027-03-18T06:11:00Z');
    await scene.send('2027-03-18T13:00:00Z');
    expect(await bodies(amara)).toHaveLength(1);
  });
});

describe('a grant that ends', () => {
  it('is spoken of thirty days before, to the holder and to the caregiver, once', async () => {
    scene.setClock('2027-03-15T06:11:00Z');
    const care = await newCare(scene.server, scene.push);
    const { amara, ben, cleo } = care;
    // The last day is the 14th of April on the clock of New York.
    await scene.server.db.admin`
      update grace.caregivers set ends_at = '2027-04-15T04:00:00Z' where id = ${ben.caregiverId}`;
    await night(care, '2027-03-15T06:11:00Z');
    await scene.send('2027-03-15T13:00:00Z');
    expect(await bodies(ben)).toEqual([]);

    await night(care, '2027-03-16T06:11:00Z');
    await night(care, '2027-03-16T06:12:00Z');
    await scene.send('2027-03-16T13:00:00Z');
    expect(await bodies(ben)).toEqual(['It ends on April 14 unless it is renewed.']);
    expect(await bodies(amara)).toEqual([
      'Ben can take part in Margaret’s care until April 14. Renew it in time.',
    ]);
    expect(await bodies(cleo)).toEqual([]);
  });
});
