import type { DatabaseModule } from './migrate/database-module.ts';
import * as schema from './schema/index.ts';

/** The part of the database that every app stands on: people, sign-in, audit log, usage. */
export const sharedModule: DatabaseModule = {
  name: 'shared-db',
  schema,
  migrations: new URL('../db/migrations/', import.meta.url),
};
