import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SessionContext } from '../session/session-context.ts';
import { type FollowOptions, useFollow } from './use-follow.ts';

type Handlers = Parameters<FollowOptions<string>['open']>[0];

const session = {
  user: { id: 'u1', email: 'a@example.org', name: 'A', image: null },
  lost: false,
  epoch: 1,
  signOut: async () => undefined,
  refresh: async () => undefined,
};

function follow() {
  const streams: (Handlers & { unsubscribe: ReturnType<typeof vi.fn> })[] = [];
  const [onChange, onGap] = [vi.fn(), vi.fn()];
  const open = (handlers: Handlers) => {
    const stream = { ...handlers, unsubscribe: vi.fn() };
    streams.push(stream);
    return stream;
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SessionContext value={session}>{children}</SessionContext>
  );
  const page = renderHook(() => useFollow<string>({ open, onChange, onGap }), { wrapper });
  const newest = () => {
    const stream = streams.at(-1);
    if (!stream) throw new Error('No stream was opened.');
    return stream;
  };
  return { streams, newest, onChange, onGap, page };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('reads again once it listens, as the page was read before that, and then at every change', () => {
  const { newest, onChange, onGap } = follow();
  expect(onGap).not.toHaveBeenCalled();
  newest().onStarted();
  expect(onGap).toHaveBeenCalledOnce();
  newest().onData('stock');

  expect(onChange.mock.calls).toEqual([['stock']]);
});

it('listens again after a failure, and then reads what it missed', () => {
  const { streams, newest, onGap } = follow();
  newest().onStarted();
  newest().onError();
  act(() => void vi.advanceTimersByTime(5_000));
  expect(streams).toHaveLength(2);
  newest().onStarted();

  expect(onGap).toHaveBeenCalledTimes(2);
});

it('does not listen while nobody can see the tab', () => {
  const { streams, newest, page } = follow();
  const state = vi.spyOn(document, 'visibilityState', 'get');
  const look = (visibility: 'hidden' | 'visible') => {
    state.mockReturnValue(visibility);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
  };
  const first = newest();
  look('hidden');
  expect(first.unsubscribe).toHaveBeenCalledOnce();
  look('visible');
  expect(streams).toHaveLength(2);
  page.unmount();

  expect(newest().unsubscribe).toHaveBeenCalledOnce();
});
