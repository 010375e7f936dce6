import { AppError } from '@commons/api';
import { localAt } from '../../schedule/zone.ts';
import type { Standing } from './record.ts';

/** "Already given 08:02 by Maria", by the clock of the person. */
export function alreadyLogged({ status, actualAt }: Standing, by: string, timeZone: string): AppError {
  const { time } = localAt(timeZone, actualAt.getTime());
  const what = status === 'skipped' ? 'skipped' : 'given';
  return new AppError('CONFLICT', {
    message: `Already ${what} ${time} by ${by}.`,
    details: { kind: 'already_logged', status, by, actualAt: actualAt.toISOString() },
  });
}
