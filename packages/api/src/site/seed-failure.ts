import { DrizzleQueryError } from 'drizzle-orm';
import { errorLog } from '../errors/error-log.ts';

/**
 * What is told when an app's demonstration data cannot be added: what the app itself says, and of a query only what was refused
 * and where, because its text and parameters may be somebody's.
 */
export function seedFailure(title: string, error: unknown): Error {
  const next = 'Set DEMO=off to start without demonstration data.';
  if (!(error instanceof DrizzleQueryError)) {
    const words = error instanceof Error ? error.message : String(error);
    return new Error(`The demonstration data of ${title} could not be added: ${words}\n${next}`);
  }
  const { sqlstate, table, constraint, at } = errorLog(error);
  const facts = [
    sqlstate,
    table && `table ${table}`,
    constraint && `constraint ${constraint}`,
    at && `at ${at}`,
  ];
  return new Error(
    `The demonstration data of ${title} could not be added: the database refused a query (${facts.filter(Boolean).join(', ')}).\n${next}`,
  );
}
