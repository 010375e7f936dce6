import { AppError } from '@commons/api';
import type { Standing } from './read-standing.ts';

/** Refuses any work of a model before its owner has agreed that it reads what they enter. */
export function requireConsent({ consentAt }: Standing): void {
  if (consentAt) return;
  throw new AppError('FORBIDDEN', {
    message: 'Agree first that language models read what you enter for the board.',
  });
}
