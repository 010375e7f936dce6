import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { occurrences } from '../../schedule/occurrences.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { type GraceServer, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt, newMedication } from '../../testing/medicine.ts';
import { asNeeded } from '../../testing/planned-medicine.ts';

/** A Saturday. */
const noon = Date.parse('2026-11-21T12:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;
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
const entry = (plan: SchedulePlan) => ({ scheduleId: uuidV7(), plan, lateWindowMinutes: null });
const mondays: SchedulePlan = {
  kind: 'weekly',
  unit: 'tablet',
  startDate: '2026-11-01',
  end: { kind: 'never' },
  weekdays: [1],
  everyWeeks: 1,
  times: [{ time: '20:00', amount: '2' }],
};
const create = (...others: SchedulePlan[]) =>
  medications().create.mutate({ ...newMedication(amara.profileId), others: others.map(entry) });
type Added = Awaited<ReturnType<typeof create>>;
const seen = ({ profileId, id, version }: Added) => ({ profileId, id, version });
const add = (medication: Added, plan: SchedulePlan, scheduleId = uuidV7()) =>
  medications().addSchedule.mutate({
    ...seen(medication),
    scheduleId,
    schedule: { plan, lateWindowMinutes: null },
    from: null,
    reason: '',
  });
const end = (medication: Added, scheduleId: string) =>
  medications().endSchedule.mutate({ ...seen(medication), scheduleId, reason: 'Too much' });
const second = ({ id, versions }: Added) =>
  versions.find(({ scheduleId }) => scheduleId !== id)?.scheduleId ?? '';
const planned = ({ versions }: Added, days = 3) =>
  occurrences(versions, now, now + days * day).map(
    ({ localDate, slot, amount }) => `${localDate.slice(8)} ${slot} ${amount}`,
  );

describe('several schedules of one medicine', () => {
  it('are entered together, and ask for their doses side by side', async () => {
    const medication = await create(mondays);

    expect(planned(medication)).toEqual(['22 08:00 1', '23 08:00 1', '23 20:00 2', '24 08:00 1']);
    const [added] = await medications().changes.query(seen(medication));
    expect(added?.changes.map(({ after }) => after)).toEqual([
      '1 tablet, every day at 08:00',
      '2 tablets, every Monday at 20:00',
    ]);
  });

  it('come one after the other too: one that is sent twice is there once', async () => {
    const medication = await create();
    const scheduleId = uuidV7();
    await add(medication, mondays, scheduleId);
    const again = await add(medication, mondays, scheduleId);

    expect(planned(again)).toEqual(['22 08:00 1', '23 08:00 1', '23 20:00 2', '24 08:00 1']);
    expect(await medications().changes.query(seen(medication))).toMatchObject([
      { action: 'rescheduled', changes: [{ field: 'Schedule added' }] },
      { action: 'added' },
    ]);
  });

  it('change each by itself', async () => {
    const medication = await create(mondays);
    const changed = await medications().changeSchedule.mutate({
      ...seen(medication),
      scheduleId: second(medication),
      versionId: uuidV7(),
      schedule: { plan: { ...mondays, weekdays: [2] }, lateWindowMinutes: null },
      from: null,
      reason: 'Tuesday suits better',
    });

    expect(planned(changed)).toEqual(['22 08:00 1', '23 08:00 1', '24 08:00 1']);
    expect(planned(changed, 4)).toContain('24 20:00 2');
  });

  it('end each by itself, and the others go on', async () => {
    const medication = await create(mondays);
    const ended = await end(medication, second(medication));

    expect(planned(ended)).toEqual(['22 08:00 1', '23 08:00 1', '24 08:00 1']);
    await expect(end(ended, second(medication))).rejects.toThrow('This schedule has ended already.');
  });

  it('stay ended when the medicine is stopped and taken up again', async () => {
    const medication = await create(mondays);
    const one = await end(medication, second(medication));
    const stop = { at: null, reason: 'Holiday', isEnteredInError: false };
    const stopped = await medications().stop.mutate({ ...seen(one), ...stop });
    const restarted = await medications().restart.mutate({ ...seen(stopped), reason: '' });

    expect(planned(restarted)).toEqual(['22 08:00 1', '23 08:00 1', '24 08:00 1']);
  });

  it('are never none: the only one is not ended, the medicine is stopped', async () => {
    const medication = await create();

    await expect(end(medication, medication.id)).rejects.toThrow('Stop the medicine instead.');
    await expect(end(medication, uuidV7())).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  it('count in one unit, because the stock does', async () => {
    const drops = { ...mondays, unit: 'drop' as const };
    const medication = await create();

    await expect(add(medication, drops)).rejects.toThrow('Its other schedule counts in tablet.');
    await expect(create(drops)).rejects.toThrow('Its other schedule counts in tablet.');
    const two = await add(medication, mondays);
    await expect(
      medications().changeSchedule.mutate({
        ...seen(two),
        scheduleId: two.id,
        versionId: uuidV7(),
        schedule: { plan: { ...dailyAt('08:00'), unit: 'drop' }, lateWindowMinutes: null },
        from: null,
        reason: 'Drops now',
      }),
    ).rejects.toThrow('Its other schedule counts in tablet.');
  });

  it('hold one for doses as needed at most, so that its limits stand in one place', async () => {
    const medication = await create(asNeeded);

    await expect(add(medication, asNeeded)).rejects.toThrow(
      'There is a schedule for doses as needed already.',
    );
  });

  it('are eight at most', async () => {
    const many = Array.from({ length: 7 }, () => mondays);
    const medication = await create(...many);

    await expect(add(medication, mondays)).rejects.toThrow('At most 8 schedules for one medicine.');
  });

  it('of a medicine that will be stopped end with it, and one that is stopped takes no more', async () => {
    const medication = await create();
    const at = new Date(noon + 2 * day).toISOString();
    const stop = { at, reason: 'Course is over', isEnteredInError: false };
    const stopping = await medications().stop.mutate({ ...seen(medication), ...stop });
    const added = await add(stopping, dailyAt('20:00'));
    expect(planned(added, 5)).toEqual(['21 20:00 1', '22 08:00 1', '22 20:00 1', '23 08:00 1']);

    now = noon + 3 * day;
    await expect(add(added, mondays)).rejects.toThrow('This medicine is stopped by then.');
  });
});

describe('a record', () => {
  it('takes two hundred medicines at a time, and says what to do then', async () => {
    const { profileId } = amara;
    await server.db.admin`
      insert into grace.medications (profile_id, name, ingredients, form, route)
      select ${profileId}, 'Medicine ' || n, '{water}', 'tablet', 'oral' from generate_series(1, 199) as n`;
    const last = await create();
    await expect(create()).rejects.toThrow('There are 200 medicines already, which is as many as fit.');

    const stop = { at: null, reason: 'Not taken', isEnteredInError: false };
    const stopped = await medications().stop.mutate({ ...seen(last), ...stop });
    await create();
    await expect(medications().restart.mutate({ ...seen(stopped), reason: '' })).rejects.toThrow(
      'There are 200 medicines already',
    );
  });

  it('does not take one too many when two are added at once', async () => {
    const { profileId } = amara;
    await server.db.admin`
      insert into grace.medications (profile_id, name, ingredients, form, route)
      select ${profileId}, 'Medicine ' || n, '{water}', 'tablet', 'oral' from generate_series(1, 199) as n`;
    const results = await Promise.allSettled([create(), create(), create()]);

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
