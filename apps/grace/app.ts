import { defineApp } from '@commons/api';
import { demoPeople } from './db/demo/demo-people.ts';
import * as schema from './db/schema/index.ts';
import { loadCatalogues } from './db/seed/load.ts';
import { seed } from './db/seed.ts';
import { feedRoute } from './server/feeds/route.ts';
import { noticeJobs } from './server/notices/jobs.ts';
import { graceRouter } from './server/router.ts';
import { answers } from './server/turns/answers.ts';

export const grace = defineApp({
  name: 'grace',
  title: 'GRACE',
  description: 'Care for somebody together: medicines, notes, and company.',
  router: graceRouter,
  routes: [feedRoute],
  schema,
  migrations: new URL('./db/migrations/', import.meta.url),
  pages: new URL('./web/dist/', import.meta.url),
  seed,
  reference: ({ service }) => loadCatalogues(service),
  jobs: noticeJobs,
  demoPeople,
  measures: { running_turns: () => answers.running },
  start: () => (hurry) => answers.endAll(hurry),
});
