import { ModelError } from '@commons/ai';
import { PoolTimeoutError } from '@commons/shared-db';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { AppError, type AppErrorCode } from './app-error.ts';
import { databaseFailure, fromDatabaseFailure } from './database-error.ts';
import { fieldErrors } from './field-errors.ts';

const fromTrpc: Partial<Record<TRPCError['code'], AppErrorCode>> = {
  PARSE_ERROR: 'BAD_INPUT',
  BAD_REQUEST: 'BAD_INPUT',
  METHOD_NOT_SUPPORTED: 'BAD_INPUT',
  UNSUPPORTED_MEDIA_TYPE: 'BAD_INPUT',
  UNAUTHORIZED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  PRECONDITION_FAILED: 'STALE_VERSION',
  PAYLOAD_TOO_LARGE: 'TOO_LARGE',
  TOO_MANY_REQUESTS: 'RATE_LIMITED',
  SERVICE_UNAVAILABLE: 'UNAVAILABLE',
  TIMEOUT: 'UNAVAILABLE',
  CLIENT_CLOSED_REQUEST: 'UNAVAILABLE',
};

/** The one way from whatever was thrown to a code of the vocabulary; what it does not know becomes INTERNAL. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TRPCError) return fromTrpcError(error);
  if (error instanceof ModelError) {
    return new AppError(error.code, {
      cause: error,
      ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    });
  }
  if (error instanceof ZodError) {
    return new AppError('BAD_INPUT', { fields: fieldErrors(error), cause: error });
  }
  if (error instanceof PoolTimeoutError) return new AppError('UNAVAILABLE', { cause: error });
  const failure = databaseFailure(error);
  if (failure) return fromDatabaseFailure(failure, error);
  return new AppError('INTERNAL', { cause: error });
}

function fromTrpcError(error: TRPCError): AppError {
  const { cause } = error;
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    // A schema that fails inside a procedure is our bug, not the caller's input.
    if (cause === undefined || cause instanceof ZodError) return new AppError('INTERNAL', { cause: error });
    return toAppError(cause);
  }
  if (cause instanceof AppError) return cause;
  if (cause instanceof ZodError) return toAppError(cause);
  return new AppError(fromTrpc[error.code] ?? 'INTERNAL', { cause: error });
}
