import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { HttpError } from '../errors/http-error.ts';
import { Form } from '../forms/form.tsx';
import { FormFailure } from './form-failure.tsx';
import { useSubmit } from './use-submit.ts';

const tooMany = () =>
  new HttpError(new Response(null, { status: 429 }), {
    code: 'RATE_LIMITED',
    requestId: 'r1',
    message: 'Wait.',
    retryAfterMs: 90_000,
  });

function Attempt({ send }: { send: () => Promise<void> }) {
  const { failure, submitProps, formProps } = useSubmit({
    validate: () => ({}),
    send,
    explain: (form) => ({ form }),
  });
  return (
    <Form {...formProps} aria-label="Form">
      <FormFailure error={failure} />
      <button type="submit" disabled={submitProps.disabled}>
        Send
      </button>
    </Form>
  );
}

describe('a form after too many attempts', () => {
  it('counts down, sends nothing meanwhile, and sends again afterwards', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const send = vi.fn(() => Promise.reject(tooMany()));
      renderInApp(<Attempt send={send} />);
      const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send' });
      await act(async () => button.click());
      expect(screen.getByText('Try again in 1 min 30 s.')).toBeTruthy();
      expect(screen.getByRole('alert').textContent).not.toContain('1 min');
      await act(async () => void fireEvent.submit(screen.getByRole('form')));
      expect([button.disabled, send.mock.calls.length]).toEqual([true, 1]);
      act(() => vi.advanceTimersByTime(90_000));
      expect(screen.queryByText(/Try again in/)).toBeNull();
      expect(button.disabled).toBe(false);
      await act(async () => button.click());
      expect(send).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
