import { createTestDatabase } from '@commons/shared-db/testing';
import { expect, it } from 'vitest';
import { grace } from '../../app.ts';
import { catalogueActivities } from './activities.ts';
import { loadCatalogues } from './load.ts';
import { catalogueTopics } from './topics.ts';

it('loading the catalogues again changes nothing, and newer data stays', async () => {
  await using db = await createTestDatabase([grace]);
  const rows = async () => [
    await db.admin`select topic::text from grace.topics as topic order by id`,
    await db.admin`select activity::text from grace.activities as activity order by id`,
  ];
  await loadCatalogues(db.service);
  const [topics, activities] = await rows();
  await loadCatalogues(db.service);
  expect(await rows()).toEqual([topics, activities]);
  expect([topics?.length, activities?.length]).toEqual([catalogueTopics.length, catalogueActivities.length]);

  await db.admin`update grace.topics set title = 'From a newer version', version = 99 where id = 'gardens'`;
  await loadCatalogues(db.service);
  expect(await db.admin`select title from grace.topics where id = 'gardens'`).toEqual([
    { title: 'From a newer version' },
  ]);
});
