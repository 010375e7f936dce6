import { act, fireEvent, screen } from '@testing-library/react';
import { TRPCClientError } from '@trpc/client';
import { describe, expect, it, vi } from 'vitest';
import { announced, renderInApp } from '../../testing/render.tsx';
import { ErrorState } from './error-state.tsx';
import { LoadingState } from './loading-state.tsx';

const refused = (code: string) =>
  TRPCClientError.from({
    error: { code: -32_000, message: '', data: { code, requestId: 'req-3' } },
  } as never);

describe('LoadingState', () => {
  it('shows nothing at first, so that what is quick does not flicker', () => {
    vi.useFakeTimers();
    try {
      renderInApp(<LoadingState label="Loading the apps" />);
      expect(screen.queryByText('Loading the apps…')).toBeNull();
      act(() => vi.advanceTimersByTime(150));
      expect(screen.getByText('Loading the apps…')).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('ErrorState', () => {
  it('says what happened, offers another try and hands out the request id', async () => {
    const onRetry = vi.fn();
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
    renderInApp(<ErrorState error={refused('UNAVAILABLE')} onRetry={onRetry} />);
    expect(screen.getByRole('heading', { name: 'Out of reach for the moment' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
    await act(async () => screen.getByRole('button', { name: 'Copy request id' }).click());
    expect(writeText).toHaveBeenCalledExactlyOnceWith('req-3');
    expect(announced()).toBe('Copied');
  });

  it.each([
    ['FORBIDDEN', 'You can’t do this'],
    ['NOT_FOUND', 'Nothing here'],
  ])('leads out of a place that is %s', (code, title) => {
    renderInApp(<ErrorState error={refused(code)} onRetry={() => {}} />);
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Back to the start' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('says why a place is closed, where the server says so', () => {
    const message = 'Your access does not include this.';
    const error = TRPCClientError.from({
      error: { code: -32_003, message, data: { code: 'FORBIDDEN' } },
    } as never);
    renderInApp(<ErrorState error={error} />);
    expect(screen.getByText(message)).toBeTruthy();
  });

  it('counts down to when another try helps, and lets it then', () => {
    vi.useFakeTimers();
    try {
      const onRetry = vi.fn();
      const error = TRPCClientError.from({
        error: { code: -32_029, message: '', data: { code: 'RATE_LIMITED', retryAfterMs: 62_000 } },
      } as never);
      renderInApp(<ErrorState error={error} onRetry={onRetry} />);
      const button = () => screen.getByRole<HTMLButtonElement>('button', { name: /Try again/ });
      expect([button().textContent, button().disabled]).toEqual(['Try again in 1 min 2 s', true]);
      act(() => vi.advanceTimersByTime(3_000));
      expect(button().textContent).toBe('Try again in 59 s');
      act(() => vi.advanceTimersByTime(59_000));
      expect([button().textContent, button().disabled]).toEqual(['Try again', false]);
      fireEvent.click(button());
      expect(onRetry).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('offers to reload what only a reload can help', () => {
    renderInApp(<ErrorState error={refused('STALE_VERSION')} onRetry={() => {}} />);
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
  });
});
