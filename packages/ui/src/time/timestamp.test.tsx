import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Timestamp } from './timestamp.tsx';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
});

afterEach(() => {
  vi.useRealTimers();
});

it('moves on while the page is open', () => {
  render(<Timestamp date="2026-11-21T11:58:00Z" />);
  expect(screen.getByText('2 minutes ago')).toBeTruthy();
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.getByText('3 minutes ago')).toBeTruthy();
});

it('shows the exact moment on hover, and on a press for those who cannot hover', () => {
  render(<Timestamp date={new Date('2026-11-20T10:00:00Z')} />);
  const button = screen.getByRole('button');
  expect(button.title).toContain('2026');
  fireEvent.click(button);
  expect(button.textContent).toContain('2026');
  expect(button.querySelector('time')?.dateTime).toBe('2026-11-20T10:00:00.000Z');
});

it('leaves no clock running once nobody looks', () => {
  const { unmount } = render(
    <>
      <Timestamp date="2026-11-21T11:58:00Z" />
      <Timestamp date="2026-11-21T11:50:00Z" />
    </>,
  );
  expect(vi.getTimerCount()).toBe(1);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
