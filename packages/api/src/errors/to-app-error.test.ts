import { ModelError, modelErrorCodes } from '@commons/ai';
import { TRPCError } from '@trpc/server';
import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from './app-error.ts';
import { errorData, errorText } from './error-body.ts';
import { errorLog } from './error-log.ts';
import { errorTable } from './error-table.ts';
import { toAppError } from './to-app-error.ts';

const secret = 'planted-secret';

function fromDatabase(code: string): DrizzleQueryError {
  const cause = Object.assign(new Error(`Key (email)=(${secret}) already exists.`), {
    code,
    severity: 'ERROR',
    detail: secret,
    constraint_name: 'users_email_unique',
    table_name: 'users',
  });
  return new DrizzleQueryError(`select '${secret}'`, [secret], cause);
}

describe('the mapping of errors', () => {
  it.each([
    ['42501', 'FORBIDDEN'],
    ['23505', 'CONFLICT'],
    ['23503', 'NOT_FOUND'],
    ['23502', 'BAD_INPUT'],
    ['23514', 'BAD_INPUT'],
    ['22P02', 'BAD_INPUT'],
    ['22001', 'BAD_INPUT'],
    ['40001', 'CONFLICT'],
    ['40P01', 'CONFLICT'],
    ['25006', 'READ_ONLY'],
    ['57014', 'UNAVAILABLE'],
    ['CM401', 'UNAUTHENTICATED'],
    ['28000', 'UNAVAILABLE'],
    ['28P01', 'UNAVAILABLE'],
    ['53300', 'UNAVAILABLE'],
    ['57P01', 'UNAVAILABLE'],
    ['57P03', 'UNAVAILABLE'],
    ['08006', 'UNAVAILABLE'],
    ['ECONNREFUSED', 'UNAVAILABLE'],
    ['CONNECTION_CLOSED', 'UNAVAILABLE'],
    ['42P01', 'INTERNAL'],
    ['25P02', 'INTERNAL'],
  ])('reads %s of the database as %s', (code, expected) => {
    const error = toAppError(fromDatabase(code));

    expect(error.code).toBe(expected);
    expect(errorText(error)).not.toContain(secret);
  });

  it('advises to try again when two transactions collide', () => {
    expect(toAppError(fromDatabase('40001')).retryAfterMs).toBeGreaterThan(0);
  });

  it('reads a lost connection that no query wraps', () => {
    expect(toAppError(Object.assign(new Error(secret), { code: 'ECONNREFUSED' })).code).toBe('UNAVAILABLE');
  });

  it.each(modelErrorCodes)('keeps the code %s of a model call', (code) => {
    const error = toAppError(new ModelError(code, { retryAfterMs: 5 }));

    expect(error).toMatchObject({ code, retryAfterMs: 5 });
    expect(errorTable[code].text).toBe(error.message);
  });

  it('names the fields that a schema refused, without what was entered', () => {
    const schema = z.object({ items: z.array(z.object({ name: z.string().min(3, 'Too short.') })) });
    const { error } = schema.safeParse({ items: [{ name: 'ok!' }, { name: secret.slice(0, 2) }] });

    expect(toAppError(error)).toMatchObject({
      code: 'BAD_INPUT',
      fields: { 'items.1.name': ['Too short.'] },
    });
  });

  it('takes a schema that fails inside the server for a bug of the server', () => {
    const cause = z.string().safeParse(1).error;

    expect(toAppError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause })).code).toBe('INTERNAL');
    expect(toAppError(new TRPCError({ code: 'BAD_REQUEST', cause })).code).toBe('BAD_INPUT');
  });

  it('finds our own error inside the one of tRPC', () => {
    const cause = new AppError('STALE_VERSION');

    expect(toAppError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }))).toBe(cause);
  });

  it.each([new Error(secret), secret, undefined, null, { message: secret }])(
    'lets nothing of an unknown error out',
    (thrown) => {
      const error = toAppError(thrown);

      expect(error.code).toBe('INTERNAL');
      expect(JSON.stringify([errorText(error), errorData(error, 'id')])).not.toContain(secret);
    },
  );

  it('never shows the text of an internal error, even one of ours', () => {
    expect(errorText(new AppError('INTERNAL', { message: secret }))).toBe(errorTable.INTERNAL.text);
  });
});

describe('the description of an error for the log', () => {
  it('says what failed and where, and nothing of the text', () => {
    const log = errorLog(new AppError('INTERNAL', { cause: fromDatabase('23505') }));

    expect(log).toMatchObject({
      code: 'INTERNAL',
      kinds: ['AppError', 'DrizzleQueryError', 'Error'],
      sqlstate: '23505',
      constraint: 'users_email_unique',
      table: 'users',
    });
    expect(log.at).toMatch(/to-app-error\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(log)).not.toContain(secret);
  });

  it('does not take a message that looks like a stack for one', () => {
    const log = errorLog(new Error(`boom\n    at ${secret} (/srv/app/x/${secret}.ts:1:1)`));

    expect(JSON.stringify(log)).not.toContain(secret);
  });
});
