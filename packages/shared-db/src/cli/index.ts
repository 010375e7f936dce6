export {
  type DatabaseSettings,
  readDatabasePrepare,
  readDatabaseSettings,
  requireOwner,
} from '../connection/env.ts';
export { leaveOnSignal } from '../connection/leave-on-signal.ts';
export type { Logins } from '../connection/logins.ts';
export { type ProvidedDatabase, provideDatabase } from '../connection/provide-database.ts';
export { type MigrateOptions, upgrade } from '../migrate/upgrade.ts';
export { type DatabaseCliOptions, runDatabaseCli } from './run-database-cli.ts';
