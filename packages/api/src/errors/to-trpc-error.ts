import { TRPCError } from '@trpc/server';
import { errorTable } from './error-table.ts';
import { toAppError } from './to-app-error.ts';

/** Gives an error the tRPC code, and so the HTTP status, of its row in the table. */
export function toTrpcError(error: unknown): TRPCError {
  const appError = toAppError(error);
  return new TRPCError({
    code: errorTable[appError.code].trpc,
    message: appError.message,
    cause: appError,
  });
}
