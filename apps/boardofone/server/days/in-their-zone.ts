import { AppError } from '@commons/api';

/** PostgreSQL’s word for a value that a function does not take. */
const invalidValue = '22023';

/**
 * Awaits a query that counts in a zone of the browser’s. PostgreSQL may know fewer zones than a browser does; that is refused in words,
 * because days of another zone would be wrong in silence.
 */
export async function inTheirZone<Rows>(query: PromiseLike<Rows>): Promise<Rows> {
  try {
    return await query;
  } catch (error) {
    if (!(error instanceof Error && isInvalidValue(error.cause))) throw error;
    const words =
      'This server does not know the time zone of your device. Choose a city near you in its settings, then try again.';
    throw new AppError('BAD_INPUT', { message: words, fields: { timeZone: [words] }, cause: error });
  }
}

const isInvalidValue = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && cause.code === invalidValue;
