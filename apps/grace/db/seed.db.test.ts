import { createTestDatabase } from '@commons/shared-db/testing';
import { expect, it } from 'vitest';
import { grace } from '../app.ts';
import { SchedulePlan } from '../schedule/schemas.ts';
import { medicines } from './demo/medicines.ts';
import { seed } from './seed.ts';

it('the demonstration data is there once, however often it is added', async () => {
  await using db = await createTestDatabase([grace]);
  const { email, id } = await db.createUser({ email: 'amara@demo.example' });
  const context = { database: db.database, service: db.service, demoUsers: new Map([[email, id]]) };
  await seed(context);
  const rows = () => db.admin`
    select id from grace.profiles union all select id from grace.schedules union all
    select id from grace.medication_changes union all select id from grace.medication_holds union all
    select id from grace.allergies union all select id from grace.conditions union all
    select id from grace.life_story_entries union all select id from grace.chat_turns union all
    select id from grace.stock_changes union all
    select id from grace.session_summaries union all select id from grace.topic_preferences order by 1`;
  const before = await rows();
  await seed(context);

  expect(before).not.toHaveLength(0);
  expect(await rows()).toEqual(before);
});

it('the demonstration plans are such as the form would accept', async () => {
  for (const { versions } of medicines('2027-03-14'))
    for (const { plan } of versions) expect(SchedulePlan.parse(plan)).toEqual(plan);
});
