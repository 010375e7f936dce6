import { describe, expect, it, vi } from 'vitest';
import { sessionLost } from '../app/signals.ts';
import { HttpError } from '../errors/http-error.ts';
import { explainAuthError } from './explain-auth-error.ts';

function refused(status: number, body: Record<string, unknown>) {
  return new HttpError(new Response(null, { status }), { requestId: 'r1', message: '', ...body });
}

describe('explainAuthError', () => {
  it('puts the server’s messages at the fields they are about', () => {
    const error = refused(400, {
      code: 'BAD_INPUT',
      fields: { email: ['Too long.', 'No @.'], '': ['Whole form.'] },
    });
    expect(explainAuthError(error)).toEqual({ fields: { email: 'Too long. No @.' } });
  });

  it.each(['USER_ALREADY_EXISTS', 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL'])(
    'does not say outright that an address has an account (%s)',
    (reason) => {
      const { fields } = explainAuthError(refused(422, { code: 'BAD_INPUT', reason }));
      expect(fields?.email).not.toMatch(/exists|already/i);
    },
  );

  it('opens the sign-in when it was the session that was missing', () => {
    const listener = vi.fn();
    const stop = sessionLost.listen(listener);
    const error = refused(401, { code: 'UNAUTHENTICATED' });
    expect(explainAuthError(error)).toEqual({ form: error });
    expect(listener).toHaveBeenCalledOnce();
    explainAuthError(refused(401, { code: 'UNAUTHENTICATED', reason: 'INVALID_EMAIL_OR_PASSWORD' }));
    expect(listener).toHaveBeenCalledOnce();
    stop();
  });

  it('leaves everything else to the form as a whole', () => {
    const error = new TypeError('Failed to fetch');
    expect(explainAuthError(error)).toEqual({ form: error });
  });
});
