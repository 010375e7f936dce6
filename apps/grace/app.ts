import { defineApp } from '@commons/api';
import * as schema from './db/schema/index.ts';
import { seed } from './db/seed.ts';
import { graceRouter } from './server/router.ts';

export const grace = defineApp({
  name: 'grace',
  title: 'GRACE',
  description: 'Care for somebody together: medicines, notes, and company.',
  router: graceRouter,
  schema,
  migrations: new URL('./db/migrations/', import.meta.url),
  pages: new URL('./web/dist/', import.meta.url),
  seed,
});
