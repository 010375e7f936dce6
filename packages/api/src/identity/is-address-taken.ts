import { databaseFailure } from '../errors/database-error.ts';

const constraints: ReadonlySet<string | undefined> = new Set(['users_email_unique', 'users_email_lower_idx']);

/** Whether the database refused a second person of the same address. */
export function isAddressTaken(error: unknown): boolean {
  const failure = databaseFailure(error);
  return failure?.code === '23505' && constraints.has(failure.constraint);
}
