import { defineApp } from '@commons/api';
import * as schema from './db/schema/index.ts';
import { seed } from './db/seed.ts';
import { answers } from './server/answers/answers.ts';
import { purgeJob } from './server/conversations/purge-job.ts';
import { chidiRouter } from './server/router.ts';

export const chidi = defineApp({
  name: 'chidi',
  title: 'Chidi',
  description: 'Ask about your business, and get answers that know it.',
  router: chidiRouter,
  schema,
  migrations: new URL('./db/migrations/', import.meta.url),
  pages: new URL('./web/dist/', import.meta.url),
  seed,
  jobs: [purgeJob],
  measures: { running_answers: () => answers.running },
  start: () => (hurry) => answers.endAll(hurry),
});
