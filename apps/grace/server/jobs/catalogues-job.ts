import { defineServiceJob } from '@commons/api';
import { z } from 'zod';
import { loadCatalogues } from '../../db/catalogues/load.ts';

/** Every quarter of an hour: a new version of the catalogues reaches the database without a migration. */
export const cataloguesJob = defineServiceJob({
  name: 'grace.catalogues',
  schema: z.object({}),
  schedule: { cron: '*/15 * * * *', timeZone: 'UTC' },
  run: ({ asService }) => loadCatalogues({ asService }),
});
