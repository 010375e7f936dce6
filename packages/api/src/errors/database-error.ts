import { AppError, type AppErrorCode } from './app-error.ts';

/** What is known of a database failure without its text, which may carry rows and parameters. */
export interface DatabaseFailure {
  /** SQLSTATE, or the driver's or the network's own code. */
  code: string;
  constraint?: string;
  table?: string;
}

/** What SQLSTATEs and the codes of driver and network become. */
export const byDatabaseCode: Readonly<Record<string, { code: AppErrorCode; text?: string }>> = {
  '42501': { code: 'FORBIDDEN' },
  '23505': { code: 'CONFLICT', text: 'This already exists.' },
  '23503': { code: 'NOT_FOUND' },
  '23502': { code: 'BAD_INPUT' },
  '23514': { code: 'BAD_INPUT' },
  '22P02': { code: 'BAD_INPUT' },
  '22001': { code: 'BAD_INPUT', text: 'Some of this is too long. Shorten it and try again.' },
  '22003': { code: 'BAD_INPUT' },
  '22007': { code: 'BAD_INPUT' },
  '22008': { code: 'BAD_INPUT' },
  '22021': { code: 'BAD_INPUT' },
  '40001': { code: 'CONFLICT', text: 'Somebody else changed this at the same moment. Try again.' },
  '40P01': { code: 'CONFLICT', text: 'Somebody else changed this at the same moment. Try again.' },
  '25006': { code: 'READ_ONLY' },
  CM401: { code: 'UNAUTHENTICATED' },
  '57014': { code: 'UNAVAILABLE', text: 'This took too long and was stopped. Try again in a moment.' },
  '53400': { code: 'RATE_LIMITED', text: 'Too much of yours is still waiting to be done. Try again later.' },
  '54000': { code: 'TOO_LARGE' },
  // A table was changed under a prepared query, which then was not run; the next time it is prepared anew.
  '0A000': { code: 'UNAVAILABLE', text: 'The server has just been updated. Try again.' },
  '55P03': { code: 'UNAVAILABLE' },
  '28000': { code: 'UNAVAILABLE' },
  '28P01': { code: 'UNAVAILABLE' },
  '53300': { code: 'UNAVAILABLE' },
  '57P01': { code: 'UNAVAILABLE' },
  '57P02': { code: 'UNAVAILABLE' },
  '57P03': { code: 'UNAVAILABLE' },
  ECONNREFUSED: { code: 'UNAVAILABLE' },
  ECONNRESET: { code: 'UNAVAILABLE' },
  EPIPE: { code: 'UNAVAILABLE' },
  ETIMEDOUT: { code: 'UNAVAILABLE' },
  ENOTFOUND: { code: 'UNAVAILABLE' },
  CONNECT_TIMEOUT: { code: 'UNAVAILABLE' },
};

const retryAfterMs = 200;

/** Finds the database's code in an error or its causes (Drizzle keeps it one level down), or answers undefined. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  let current = error;
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    const { code, severity, constraint_name, table_name, cause } = current as Record<string, unknown>;
    if (typeof code === 'string' && (typeof severity === 'string' || isKnown(code))) {
      return {
        code,
        ...(typeof constraint_name === 'string' && { constraint: constraint_name }),
        ...(typeof table_name === 'string' && { table: table_name }),
      };
    }
    current = cause;
  }
  return undefined;
}

/** The error people see for a database failure: neutral, so that it says nothing about rows they may not see. */
export function fromDatabaseFailure(failure: DatabaseFailure, cause: unknown): AppError {
  const row = byDatabaseCode[failure.code];
  const code = row?.code ?? (isConnectionLoss(failure.code) ? 'UNAVAILABLE' : 'INTERNAL');
  const retry = /^(?:40001|40P01|0A000)$/.test(failure.code);
  return new AppError(code, {
    cause,
    ...(row?.text !== undefined && { message: row.text }),
    ...(retry && { retryAfterMs }),
  });
}

function isKnown(code: string): boolean {
  return Object.hasOwn(byDatabaseCode, code) || isConnectionLoss(code);
}

function isConnectionLoss(code: string): boolean {
  return /^08[0-9A-Z]{3}$/.test(code) || code.startsWith('CONNECTION_');
}
