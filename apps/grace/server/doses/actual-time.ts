import { AppError, type SignedInContext } from '@commons/api';

const skewMs = 2 * 60_000;
const msPerDay = 86_400_000;

/** When it happened: what the person says, or now. It may be long ago, and not in the future. */
export function actualTime(
  ctx: SignedInContext,
  said: string | undefined,
  { scheduledAt }: { scheduledAt?: number | undefined } = {},
): Date {
  const now = ctx.now();
  const actualAt = said === undefined ? now : new Date(said);
  if (actualAt.getTime() > now.getTime() + skewMs) throw refused('This time has not come yet.');
  if (scheduledAt !== undefined && actualAt.getTime() < scheduledAt - msPerDay)
    throw refused('This is more than a day before the dose was planned. Check the date.');
  return actualAt;
}

function refused(message: string): AppError {
  return new AppError('BAD_INPUT', { message, fields: { actualAt: [message] } });
}
