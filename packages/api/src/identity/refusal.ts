import { AppError, type AppErrorCode } from '../errors/app-error.ts';

/** A refusal of better-auth in our vocabulary, with its own word for it. */
export interface Refusal {
  error: AppError;
  reason: string | undefined;
}

const texts: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail address and password do not match.',
  INVALID_PASSWORD: 'This is not your current password.',
  INVALID_TOKEN: 'This link has expired or was used already. Ask for a new one.',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'This account has no password yet. Choose one through “Forgot password”.',
};

const byStatus: Readonly<Record<number, AppErrorCode>> = {
  400: 'BAD_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'BAD_INPUT',
  429: 'RATE_LIMITED',
};

/** Reads a refusal; the library's own message is not passed on. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  const reason = isRecord(body) && typeof body.code === 'string' ? body.code : undefined;
  const text = reason === undefined ? undefined : texts[reason];
  const code = byStatus[response.status] ?? 'INTERNAL';
  return { error: new AppError(code, text === undefined ? {} : { message: text }), reason };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
