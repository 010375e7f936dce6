import { HttpError } from '../errors/http-error.ts';

/** Whether something was refused only because its person signed in too long ago. */
export function needsFreshSession(error: unknown): boolean {
  return error instanceof HttpError && error.body.details?.reason === 'SESSION_NOT_FRESH';
}
