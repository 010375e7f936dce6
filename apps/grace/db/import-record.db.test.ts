import { uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grace } from '../app.ts';
import { dailyPlan, paracetamol } from './held-medication.ts';

let db: TestDatabase;
let anna: string;
let ben: string;
beforeAll(async () => {
  db = await createTestDatabase([grace]);
  anna = (await db.createUser()).id;
  ben = (await db.createUser()).id;
});
afterAll(() => db?.[Symbol.asyncDispose]());

const person = {
  basis: 'guardian',
  holder_name: 'Anna',
  full_name: 'Margaret',
  preferred_name: 'Margaret',
  time_zone: 'Europe/London',
  zone_moves: [],
  is_discreet: true,
  is_plain: false,
  version: 1,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};
const note = (authorId: string) => ({
  id: uuidV7(),
  author_id: authorId,
  author_name: 'Ben',
  category: 'general',
  body: 'Slept well.',
  is_pinned: false,
  is_private: false,
  is_error: false,
  is_imported: false,
  version: 1,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
});

async function bringIn(userId: string, profileId: string, record: object): Promise<boolean> {
  const [row] = await db.database.asUser({ userId, app: 'grace' }, (tx) =>
    tx.execute<{ made: boolean }>(
      sql`select grace.import_record(${profileId}::uuid, ${JSON.stringify({ profile: person, ...record })}::jsonb) as made`,
    ),
  );
  return row?.made ?? false;
}

describe('grace.import_record', () => {
  it('makes a record for the caller alone, marked as imported, whoever it is asked to be for', async () => {
    const id = uuidV7();
    const made = await bringIn(anna, id, { profile: { ...person, user_id: ben, id: uuidV7() } });
    const rows = await db.admin`
      select user_id, imported_at is not null as marked from grace.profiles where id = ${id}`;

    expect(made).toBe(true);
    expect(rows).toEqual([{ user_id: anna, marked: true }]);
  });

  it('writes nothing into a record that is there, be it the own one, an imported one or of somebody else', async () => {
    const [imported, bens] = [uuidV7(), uuidV7()];
    await bringIn(anna, imported, {});
    await bringIn(ben, bens, {});
    const own = await db.admin<{ id: string }[]>`
      insert into grace.profiles (user_id, basis, holder_name, full_name, preferred_name, time_zone)
      values (${anna}, 'guardian', 'Anna', 'Ada', 'Ada', 'UTC') returning id`;
    const ids = [imported, bens, own[0]?.id ?? ''];
    const made = await Promise.all(ids.map((id) => bringIn(anna, id, { notes: [note(anna)] })));
    const rows = await db.admin`select id from grace.notes where profile_id = any (${ids})`;

    expect(made).toEqual([false, false, false]);
    expect(rows).toEqual([]);
  });

  it('writes nothing anywhere else, whatever profile its lines name', async () => {
    const [id, bens] = [uuidV7(), uuidV7()];
    await bringIn(ben, bens, {});
    await bringIn(anna, id, { notes: [{ ...note(anna), profile_id: bens }] });

    expect(await db.admin`select id from grace.notes where profile_id = ${bens}`).toEqual([]);
    expect(await db.admin`select id from grace.notes where profile_id = ${id}`).toHaveLength(1);
  });

  it('signs nothing with the account of somebody else, and marks every line', async () => {
    const id = uuidV7();
    const medication = { ...paracetamol, ...medicationRest, id: uuidV7(), created_by: ben };
    const version = { ...versionRest, id: uuidV7(), medication_id: medication.id, created_by: ben };
    const dose = { ...doseRest, id: uuidV7(), medication_id: medication.id, version_id: version.id };
    await bringIn(anna, id, {
      medications: [medication],
      schedules: [version],
      dose_log: [
        { ...dose, recorded_by: ben, recorded_by_name: 'Chioma', recorded_at: '2026-01-01T08:02:00Z' },
      ],
      notes: [note(ben), note(anna)],
    });
    const rows = await db.admin`
      select created_by as by from grace.medications where profile_id = ${id}
      union all select created_by from grace.schedules where profile_id = ${id}
      union all select recorded_by from grace.dose_log where profile_id = ${id}
      union all select author_id from grace.notes where profile_id = ${id}`;
    const doses = await db.admin`
      select recorded_at, recorded_by_name, is_imported from grace.dose_log where profile_id = ${id}`;
    const notes = await db.admin`select author_name, is_imported from grace.notes where profile_id = ${id}`;

    expect(rows.map(({ by }) => by).toSorted()).toEqual([anna, null, null, null, null]);
    expect(doses).toEqual([
      { recorded_at: new Date('2026-01-01T08:02:00Z'), recorded_by_name: 'Chioma', is_imported: true },
    ]);
    expect(notes).toEqual(Array(2).fill({ author_name: 'Ben', is_imported: true }));
    await expect(
      bringIn(anna, uuidV7(), { dose_log: [{ ...dose, recorded_at: '2199-01-01T00:00:00Z' }] }),
    ).rejects.toThrow();
  });

  it('leaves what a request may write as it was: neither a mark nor a time, neither by hand nor through a setting', async () => {
    const id = uuidV7();
    await bringIn(anna, id, {});
    const asAnna = (statement: ReturnType<typeof sql>) =>
      db.database.asUser({ userId: anna, app: 'grace' }, async (tx) => {
        await tx.execute(sql`select set_config('grace.import', ${`${id} ${anna}`}, true)`);
        await tx.execute(statement);
      });
    const denied = { cause: { code: '42501' } };

    await expect(
      asAnna(
        sql`insert into grace.notes (profile_id, author_id, body, is_imported) values (${id}, ${anna}, 'x', true)`,
      ),
    ).rejects.toMatchObject(denied);
    await expect(
      asAnna(
        sql`insert into grace.dose_log (id, profile_id, recorded_at) values (${uuidV7()}, ${id}, now())`,
      ),
    ).rejects.toMatchObject(denied);
    await expect(
      asAnna(
        sql`insert into grace.dose_log (id, profile_id, recorded_by_name) values (${uuidV7()}, ${id}, 'Ben')`,
      ),
    ).rejects.toMatchObject(denied);
    await expect(
      asAnna(sql`update grace.profiles set imported_at = now() where id = ${id}`),
    ).rejects.toMatchObject(denied);
  });
});

const at = '2026-01-01T00:00:00Z';
const medicationRest = {
  instructions: '',
  indication: '',
  prescriber: '',
  pharmacy: '',
  prescription_number: '',
  pharmacy_closed_weekdays: [],
  pharmacy_closed_dates: [],
  look: '',
  missed_dose_instruction: '',
  is_skippable: true,
  prn_try_first: '',
  prn_signs: '',
  refill_notice_days: 7,
  is_entered_in_error: false,
  version: 1,
  created_at: at,
  updated_at: at,
};
const versionRest = {
  schedule_id: uuidV7(),
  plan: dailyPlan,
  zone: 'Europe/London',
  late_window_minutes: 60,
  effective_from: at,
  reason: '',
  is_ended: false,
  created_at: at,
};
const doseRest = { actual_at: at, status: 'taken', amount: '1', unit: 'tablet', note: '' };
