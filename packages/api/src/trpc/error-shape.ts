import type { TRPCError } from '@trpc/server';
import { type TRPC_ERROR_CODE_NUMBER, TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { type ErrorData, errorData, errorText } from '../errors/error-body.ts';
import { errorTable } from '../errors/error-table.ts';
import { toAppError } from '../errors/to-app-error.ts';
import { currentRequestId } from '../request-id.ts';
import type { RequestContext } from './request-context.ts';

interface ShapeInput {
  error: TRPCError;
  ctx: RequestContext | undefined;
  shape: { code: TRPC_ERROR_CODE_NUMBER; data: { httpStatus: number } };
}

/** The shape in which a tRPC client receives an error: a text for people and the facts of `ErrorData`. */
export interface ErrorShape {
  code: TRPC_ERROR_CODE_NUMBER;
  message: string;
  data: ErrorData & { httpStatus: number };
}

/** Formats an error for a client; errors that arise inside a stream come here without passing any middleware. */
export function errorShape({ error, ctx, shape }: ShapeInput): ErrorShape {
  const appError = toAppError(error);
  const row = errorTable[appError.code];
  const unmapped = error.code === 'INTERNAL_SERVER_ERROR';
  return {
    code: unmapped ? TRPC_ERROR_CODES_BY_KEY[row.trpc] : shape.code,
    message: errorText(appError),
    data: {
      ...errorData(appError, ctx?.requestId ?? currentRequestId()),
      httpStatus: unmapped ? row.httpStatus : shape.data.httpStatus,
    },
  };
}
