export { type AuditEntry, audit, auditFor } from './audit.ts';
export { assertSafeLogin, UnsafeLoginError } from './connection/assert-safe-login.ts';
export type { PoolOptions, PoolUsage } from './context/connection-pool.ts';
export {
  ClosedContextError,
  ForeignContextError,
  NestedContextError,
  PoolTimeoutError,
} from './context/context-errors.ts';
export type { RunJointly } from './context/joint-contexts.ts';
export { type Caller, type Database, openDatabase } from './context/open-database.ts';
export type { Tx } from './context/run-in-transaction.ts';
export { keptFile } from './kept-file.ts';
export { assertMigrated } from './migrate/assert-migrated.ts';
export type { DatabaseModule } from './migrate/database-module.ts';
export { MigrationError } from './migrate/migration-error.ts';
export type { SeedContext } from './migrate/seed-context.ts';
export { listPersonalTables, type PersonalTable } from './personal/list-personal-tables.ts';
export { type PersonalPage, readPersonalRows } from './personal/read-personal-rows.ts';
export { currentUserId } from './policies/current-user-id.ts';
export { type GrantedRole, Grants, grants, type TableRights } from './policies/grants.ts';
export { isOneOf } from './policies/is-one-of.ts';
export { type Command, ownedBy } from './policies/owned-by.ts';
export { ownedColumns } from './policies/owned-columns.ts';
export { anon, authenticated, commonsOwner, commonsService } from './policies/roles.ts';
export { serviceAccess } from './policies/service-access.ts';
export { sharedRead } from './policies/shared-read.ts';
export { visibleThrough } from './policies/visible-through.ts';
export { auditLog } from './schema/audit-log.ts';
export { jobSteps } from './schema/job-steps.ts';
export { modelUsage } from './schema/model-usage.ts';
export { users } from './schema/users.ts';
export { sharedModule } from './shared-module.ts';
export { uuidV7 } from './uuid-v7.ts';
