import type { TransactionSql } from 'postgres';
import { BackupError } from './backup-format.ts';

/**
 * Becomes the role that may read every row, for the rest of a read-only transaction. The owner cannot: row-level security is
 * forced on it as well, and a backup made in its name would silently be empty.
 *
 * @throws {BackupError} when setup was not run by somebody who may give BYPASSRLS
 */
export async function becomeBackupRole(transaction: TransactionSql): Promise<void> {
  const [role] = await transaction<[{ ready: boolean }?]>`
    select rolbypassrls and pg_has_role(current_user, oid, 'MEMBER') and pg_has_role(oid, 'pg_read_all_data', 'MEMBER') as ready
    from pg_roles where rolname = 'commons_backup'`;
  if (!role?.ready) {
    throw new BackupError(
      'The role commons_backup, which reads every row for a backup, is not set up. Run "pnpm db setup" once with a superuser’s address in DATABASE_URL.',
    );
  }
  await transaction`set local role commons_backup`;
  // With it PostgreSQL refuses to leave out rows, should the role be bound by a policy after all.
  await transaction`set local row_security = off`;
  await transaction`set local timezone = 'UTC'`;
  await transaction`set local datestyle = 'ISO'`;
  await transaction`set local intervalstyle = 'postgres'`;
  await transaction`set local extra_float_digits = 1`;
}
