import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { occurrences } from '../../schedule/occurrences.ts';
import { type GraceServer, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt, metforminFacts, newMedication } from '../../testing/medicine.ts';
import type { CreateMedication } from './schemas.ts';

const noon = Date.parse('2026-11-21T12:00:00Z');
const hour = 3_600_000;
let now = noon;
let server: GraceServer;
let amara: Awaited<ReturnType<typeof newHolder>>;
beforeAll(async () => {
  server = await startGrace({ now: () => new Date(now) });
});
beforeEach(async () => {
  now = noon;
  amara = await newHolder(server);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const medications = () => amara.client.medications;
const add = (values: Parameters<typeof newMedication>[1] = {}) =>
  medications().create.mutate(newMedication(amara.profileId, values));
type Added = Awaited<ReturnType<typeof add>>;
const seen = ({ profileId, id, version }: Added) => ({ profileId, id, version });
const iso = (instant: number) => new Date(instant).toISOString();

/** Local times of what is planned, held doses in brackets. */
const planned = ({ versions }: Added, from: number, to: number) =>
  occurrences(versions, from, to).map(({ localDate, slot, isHeld }) => {
    const dose = `${localDate.slice(8)} ${slot}`;
    return isHeld ? `(${dose})` : dose;
  });

const change = (medication: Added, times: string[], from: number | null = null) =>
  medications().changeSchedule.mutate({
    ...seen(medication),
    scheduleId: medication.versions[0]?.scheduleId ?? '',
    versionId: uuidV7(),
    schedule: { plan: dailyAt(...times), lateWindowMinutes: null },
    from: from === null ? null : iso(from),
    reason: 'Doctor asked for it',
  });

describe('a new medicine', () => {
  it('keeps every fact, amounts without trailing zeros, and has its first schedule', async () => {
    const medication = await add({ strengthAmount: '.50', packSize: '28.0' });

    expect(medication).toMatchObject({
      ...metforminFacts,
      strengthAmount: '0.5',
      packSize: '28',
      version: 1,
      versions: [
        { plan: dailyAt('08:00'), zone: 'Europe/London', effectiveFrom: noon, lateWindowMinutes: 120 },
      ],
    });
    expect(await medications().list.query({ profileId: amara.profileId })).toEqual([medication]);
  });

  it('has amount and unit of its dose as columns of their own types', async () => {
    await add();

    expect(
      await server.db.admin`
        select dose_amount, dose_unit, pg_typeof(dose_amount)::text as type from grace.schedules
        where profile_id = ${amara.profileId}`,
    ).toEqual([{ dose_amount: '1.000', dose_unit: 'tablet', type: 'numeric' }]);
  });

  it('that is sent ten times with one id is there once, with one line of history', async () => {
    const input = newMedication(amara.profileId);
    await Promise.all(Array.from({ length: 10 }, () => medications().create.mutate(input)));

    expect(await medications().list.query(input)).toHaveLength(1);
    expect(await medications().changes.query(input)).toHaveLength(1);
  });

  it('begins with the person’s day where doses of earlier today are wanted', async () => {
    const today = await medications().create.mutate({ ...newMedication(amara.profileId), from: 'today' });
    const later = await add();
    const day = [noon - 12 * hour, noon + 24 * hour] as const;

    expect(planned(today, ...day)).toEqual(['21 08:00', '22 08:00']);
    expect(planned(later, ...day)).toEqual(['22 08:00']);
  });

  it.each<[string, Partial<CreateMedication['facts']>, string]>([
    ['a name', { name: ' ' }, 'facts.name'],
    ['an ingredient', { ingredients: [] }, 'facts.ingredients'],
    ['the unit of its strength', { strengthUnit: null }, 'facts.strengthAmount'],
    [
      'a sensible delay before caregivers are told',
      { escalationDelayMinutes: 5 },
      'facts.escalationDelayMinutes',
    ],
  ])('without %s is refused at that field', async (_, facts, field) => {
    await expect(add(facts)).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { [field]: [expect.any(String)] } },
    });
  });
});

describe('changing the schedule', () => {
  it('makes a new version, and doses of the past keep the plan they had', async () => {
    const before = await add({ plan: dailyAt('08:00', '20:00') });
    now = noon + 24 * hour;
    const after = await change(before, ['09:00']);

    expect(planned(after, noon, noon + 72 * hour)).toEqual(['21 20:00', '22 08:00', '23 09:00', '24 09:00']);
    expect(after.versions).toHaveLength(2);
  });

  it('for a later instant leaves the doses until then alone, and can be replaced before it comes', async () => {
    const medication = await add();
    const planned1 = await change(medication, ['09:00'], noon + 48 * hour);
    expect(planned(planned1, noon, noon + 72 * hour)).toEqual(['22 08:00', '23 08:00', '24 09:00']);
    const planned2 = await change(planned1, ['10:00'], noon + 24 * hour);

    expect(planned(planned2, noon, noon + 72 * hour)).toEqual(['22 08:00', '23 10:00', '24 10:00']);
  });

  it('for an instant that is over is refused, and changes nothing', async () => {
    const medication = await add();

    await expect(change(medication, ['09:00'], noon - hour)).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { from: ['Choose now or later.'] } },
    });
    expect(await medications().byId.query(medication)).toEqual(medication);
  });

  it('from ten places at once happens once', async () => {
    const medication = await add();
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, minute) => change(medication, [`09:0${minute}`])),
    );
    const refused = attempts.filter((attempt) => attempt.status === 'rejected');

    expect(refused).toHaveLength(9);
    for (const { reason } of refused) expect(reason).toMatchObject({ data: { code: 'STALE_VERSION' } });
    const { versions } = await medications().byId.query(medication);
    expect(versions.filter(({ effectiveUntil }) => effectiveUntil === undefined)).toHaveLength(1);
  });

  it('that arrives twice is made once', async () => {
    const medication = await add();
    const input = {
      ...seen(medication),
      scheduleId: medication.id,
      versionId: uuidV7(),
      schedule: { plan: dailyAt('09:00'), lateWindowMinutes: 45 },
      from: null,
      reason: 'Too early',
    };
    const first = await medications().changeSchedule.mutate(input);

    expect(await medications().changeSchedule.mutate(input)).toEqual(first);
    expect(first.versions[1]).toMatchObject({ id: input.versionId, lateWindowMinutes: 45 });
  });

  it('keeps who, when, why, and the plan before and after', async () => {
    const medication = await add();
    await change(medication, ['09:00', '21:00']);
    const [latest] = await medications().changes.query({
      profileId: amara.profileId,
      medicationId: medication.id,
    });

    expect(latest).toMatchObject({
      actorName: 'Amara Okafor',
      action: 'rescheduled',
      reason: 'Doctor asked for it',
      effectiveAt: iso(noon),
      changes: [
        {
          field: 'Schedule',
          before: '1 tablet, every day at 08:00',
          after: '1 tablet, every day at 09:00 and 21:00',
        },
      ],
    });
  });
});

describe('changing what is known', () => {
  it('keeps each field before and after', async () => {
    const medication = await add();
    const facts = { ...metforminFacts, strengthAmount: '850', prescriber: 'Dr Cole' };
    await medications().update.mutate({ ...seen(medication), facts, reason: 'New box' });
    const [latest] = await medications().changes.query({ profileId: amara.profileId });

    expect(latest).toMatchObject({
      action: 'edited',
      reason: 'New box',
      changes: [
        { field: 'Strength', before: '500 mg', after: '850 mg' },
        { field: 'Prescribed by', before: 'Dr Shah', after: 'Dr Cole' },
      ],
    });
  });
});

describe('holding', () => {
  it('leaves doses in the plan as held, until it is resumed', async () => {
    const medication = await add();
    const hold = { holdId: uuidV7(), from: null, until: null, reason: 'Before the operation' };
    const held = await medications().hold.mutate({ ...seen(medication), ...hold });
    now = noon + 46 * hour;
    const resumed = await medications().resume.mutate({ ...seen(held), reason: '' });

    expect(planned(resumed, noon, noon + 72 * hour)).toEqual(['(22 08:00)', '(23 08:00)', '24 08:00']);
  });

  it('of what is on hold already is refused', async () => {
    const medication = await add();
    const hold = { from: null, until: iso(noon + hour), reason: 'Fever' };
    const held = await medications().hold.mutate({ ...seen(medication), ...hold, holdId: uuidV7() });

    await expect(
      medications().hold.mutate({ ...seen(held), ...hold, until: null, holdId: uuidV7() }),
    ).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
    const next = { ...hold, from: iso(noon + hour), until: null, holdId: uuidV7() };
    expect(await medications().hold.mutate({ ...seen(held), ...next })).toMatchObject({ version: 3 });
  });
});

describe('stopping', () => {
  it('ends the plan with a reason, and starting again within minutes brings back all that was planned', async () => {
    const added = await add();
    const medication = await change(added, ['09:00'], noon + 24 * hour);
    const stop = { at: null, reason: 'Side effects', isEnteredInError: false };
    const stopped = await medications().stop.mutate({ ...seen(medication), ...stop });
    expect(planned(stopped, noon, noon + 72 * hour)).toEqual([]);
    expect(stopped).toMatchObject({ stoppedAt: iso(noon), stopReason: 'Side effects' });
    now = noon + 60_000;
    const restarted = await medications().restart.mutate({ ...seen(stopped), reason: '' });

    expect(planned(restarted, noon, noon + 72 * hour)).toEqual(['22 08:00', '23 09:00', '24 09:00']);
    expect(restarted).toMatchObject({ stoppedAt: null, stopReason: null });
  });

  it('at an instant that lies ahead lets doses go on until then, and a later change of times keeps to it', async () => {
    const medication = await add();
    const stop = { at: iso(noon + 48 * hour), reason: 'Course is over', isEnteredInError: false };
    const stopped = await medications().stop.mutate({ ...seen(medication), ...stop });
    expect(planned(stopped, noon, noon + 96 * hour)).toEqual(['22 08:00', '23 08:00']);

    expect(planned(await change(stopped, ['09:00']), noon, noon + 96 * hour)).toEqual([
      '22 09:00',
      '23 09:00',
    ]);
  });

  it('long ago, then starting again, leaves out the time between', async () => {
    const medication = await add();
    const stop = { at: null, reason: 'Holiday', isEnteredInError: false };
    const stopped = await medications().stop.mutate({ ...seen(medication), ...stop });
    now = noon + 48 * hour;
    const restarted = await medications().restart.mutate({ ...seen(stopped), reason: 'Back home' });

    expect(planned(restarted, noon, noon + 96 * hour)).toEqual(['24 08:00', '25 08:00']);
  });

  it('leaves lines in the audit log that say what was done, and nothing that was written', async () => {
    const medication = await add();
    const stop = { at: null, reason: 'Added twice', isEnteredInError: true };
    await medications().stop.mutate({ ...seen(medication), ...stop });

    expect(
      await server.db.admin`
        select user_id, action, details from public.audit_log where resource_id = ${medication.id} order by "timestamp"`,
    ).toMatchObject([
      { user_id: amara.userId, action: 'medication_added' },
      { user_id: amara.userId, action: 'medication_stopped' },
    ]);
  });
});
