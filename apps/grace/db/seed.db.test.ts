import { createTestDatabase } from '@commons/shared-db/testing';
import { expect, it } from 'vitest';
import { grace } from '../app.ts';
import { SchedulePlan } from '../schedule/schemas.ts';
import { demoPeople } from './demo/demo-people.ts';
import { medicines } from './demo/medicines.ts';
import { zurisMedicines } from './demo/zuri.ts';
import { loadCatalogues } from './seed/load.ts';
import { seed } from './seed.ts';

it('the demonstration data is there once, however often it is added', async () => {
  await using db = await createTestDatabase([grace]);
  await loadCatalogues(db.service);
  const { email, id } = await db.createUser({ email: 'amara@demo.example' });
  const context = { database: db.database, service: db.service, demoUsers: new Map([[email, id]]) };
  await seed(context);
  const rows = () => db.admin`
    select id from grace.profiles union all select id from grace.schedules union all
    select id from grace.medication_changes union all select id from grace.medication_holds union all
    select id from grace.allergies union all select id from grace.conditions union all
    select id from grace.life_story_entries union all select id from grace.chat_turns union all
    select id from grace.stock_changes union all
    select id from grace.session_summaries union all select id from grace.dose_log union all select id from grace.duplicate_reports union all
    select id from grace.topic_preferences order by 1`;
  const before = await rows();
  await seed(context);

  expect(before).not.toHaveLength(0);
  expect(await rows()).toEqual(before);
});

it('the demonstration family has caregivers of each level, one who was, one who is asked, and readings', async () => {
  await using db = await createTestDatabase([grace]);
  await loadCatalogues(db.service);
  const emails = ['amara@demo.example', 'jonas@demo.example', ...demoPeople.map(({ email }) => email)];
  const people = await Promise.all(emails.map((email) => db.createUser({ email })));
  const demoUsers = new Map(people.map(({ email, id }) => [email, id]));
  const context = { database: db.database, service: db.service, demoUsers };
  await seed(context);
  const read = async () => ({
    grants: await db.admin`
      select name, level, ended_at is not null as ended from grace.caregivers order by name`,
    pending: await db.admin`
      select name from grace.invitations where accepted_at is null order by name`,
    consents: await db.admin`select name, event from grace.consents order by name, event`,
    readers: await db.admin`select distinct actor_name from grace.access_log order by 1`,
  });
  const before = await read();
  await seed(context);

  expect(await read()).toEqual(before);
  expect(before).toEqual({
    grants: [
      { name: 'Ben Okafor', level: 'log', ended: false },
      { name: 'Chioma Okafor', level: 'manage', ended: false },
      { name: 'Jonas Weber', level: 'log', ended: true },
      { name: 'Kim Lee', level: 'view', ended: false },
    ],
    pending: [{ name: 'Rosa Delgado' }],
    consents: [
      { name: 'Ben Okafor', event: 'granted' },
      { name: 'Chioma Okafor', event: 'granted' },
      { name: 'Jonas Weber', event: 'ended' },
      { name: 'Jonas Weber', event: 'granted' },
      { name: 'Kim Lee', event: 'granted' },
    ],
    readers: [{ actor_name: 'Ben Okafor' }, { actor_name: 'Chioma Okafor' }, { actor_name: 'Kim Lee' }],
  });
});

it('a family in which somebody has lost their part, or some of it, is seen again without a stumble', async () => {
  await using db = await createTestDatabase([grace]);
  await loadCatalogues(db.service);
  const emails = ['amara@demo.example', ...demoPeople.map(({ email }) => email)];
  const people = await Promise.all(emails.map((email) => db.createUser({ email })));
  const demoUsers = new Map(people.map(({ email, id }) => [email, id]));
  const context = { database: db.database, service: db.service, demoUsers };
  await seed(context);
  const notes = () => db.admin`select id, author_id from grace.notes order by id`;
  const before = await notes();
  await db.admin`update grace.caregivers set ended_at = now() where name = 'Ben Okafor'`;
  await db.admin`update grace.caregivers set level = 'view' where name = 'Chioma Okafor'`;
  await seed(context);

  expect(before).toHaveLength(8);
  expect(await notes()).toEqual(before);
});

it('the demonstration plans are such as the form would accept', async () => {
  for (const { versions, others = [] } of [...medicines('2027-03-14'), ...zurisMedicines('2027-03-14')])
    for (const plan of [...versions.map((version) => version.plan), ...others])
      expect(SchedulePlan.parse(plan)).toEqual(plan);
});

it('the demonstration log has something of everything that a household records', async () => {
  await using db = await createTestDatabase([grace]);
  await loadCatalogues(db.service);
  const { email, id } = await db.createUser({ email: 'amara@demo.example' });
  await seed({ database: db.database, service: db.service, demoUsers: new Map([[email, id]]) });
  const [counts] = await db.admin`
    select count(*) filter (where status = 'taken') > 250 as taken, count(*) filter (where status = 'skipped') > 3 as skipped,
      count(*) filter (where entered_in_error_at is not null) > 0 as wrong, count(*) filter (where replaces_id is not null) > 0 as put_right,
      count(*) filter (where slot is null) > 5 as as_needed, count(*) filter (where actual_at > scheduled_at + interval '2 hours') > 3 as late,
      bool_or(actual_at > now()) as ahead, count(distinct recorded_by) as recorders
    from grace.dose_log`;

  expect(counts).toEqual({
    taken: true,
    skipped: true,
    wrong: true,
    put_right: true,
    as_needed: true,
    late: true,
    ahead: false,
    recorders: '1',
  });
});
