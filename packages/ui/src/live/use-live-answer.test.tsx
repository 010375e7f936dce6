import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionContext } from '../session/session-context.ts';
import { type LiveAnswerOptions, useLiveAnswer } from './use-live-answer.ts';

type Opened = { offset: number; closed: boolean; handlers: Parameters<LiveAnswerOptions['open']>[1] };
type Answer = NonNullable<Parameters<typeof useLiveAnswer>[0]>;

const running: Answer = { id: 'a1', content: 'Good', status: 'streaming' };

/** A page that shows `answer`, with the streams that it opened. */
function page(answer: Answer | undefined) {
  const opened: Opened[] = [];
  const ended: unknown[] = [];
  const lost = vi.fn();
  const signedIn = (epoch: number) => ({
    user: { id: 'u1', email: 'a@example.org', name: 'A', image: null },
    epoch,
    signOut: async () => undefined,
    refresh: async () => undefined,
  });
  let epoch = 1;
  const view = renderHook(
    ({ shown }) =>
      useLiveAnswer(shown, {
        open: ({ offset }, handlers) => {
          const stream = { offset, handlers, closed: false };
          opened.push(stream);
          return { unsubscribe: () => Object.assign(stream, { closed: true }) };
        },
        onEnd: (id, end, text) => ended.push({ id, status: end.status, text }),
        onLost: lost,
      }),
    {
      initialProps: { shown: answer },
      wrapper: ({ children }: { children: ReactNode }) => (
        <SessionContext value={signedIn(epoch) as never}>{children}</SessionContext>
      ),
    },
  );
  const say = (data: Parameters<Opened['handlers']['onData']>[0]['data']) =>
    act(() => opened.at(-1)?.handlers.onData({ data }));
  const signInAgain = () => {
    epoch++;
    view.rerender({ shown: answer });
  };
  return { view, opened, ended, lost, say, signInAgain };
}

const hide = (hidden: boolean) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};

afterEach(() => void vi.restoreAllMocks());

describe('useLiveAnswer', () => {
  it('asks for what comes after the stored text, and shows it as it arrives', () => {
    const { view, opened, say } = page(running);
    expect(opened[0]?.offset).toBe(4);
    say({ type: 'text', offset: 4, text: ' morning' });
    expect(view.result.current).toEqual({ id: 'a1', text: 'Good morning', connected: true });
  });

  it('tells how the answer ended, with its whole text', () => {
    const { ended, say } = page(running);
    say({ type: 'text', offset: 4, text: ' day' });
    say({ type: 'end', status: 'complete', errorCode: null });
    expect(ended).toEqual([{ id: 'a1', status: 'complete', text: 'Good day' }]);
  });

  it('follows nothing that has ended', () => {
    const { view, opened } = page({ ...running, status: 'complete' });
    expect(view.result.current).toBeNull();
    expect(opened).toEqual([]);
  });

  it('lets go of the stream in a hidden tab, and goes on after what was shown', () => {
    const { opened, say } = page(running);
    say({ type: 'text', offset: 4, text: ' morning' });
    hide(true);
    expect(opened.map(({ closed }) => closed)).toEqual([true]);
    hide(false);
    expect(opened.map(({ offset }) => offset)).toEqual([4, 12]);
  });

  it('does not worry anybody while it connects for the first time, and says when the connection is lost', () => {
    const { view, opened } = page(running);
    const change = (error: unknown) =>
      act(() => opened[0]?.handlers.onConnectionStateChange({ state: 'connecting', error }));
    change(null);
    expect(view.result.current?.connected).toBe(true);
    change(new Error('cut'));
    expect(view.result.current?.connected).toBe(false);
  });

  it('opens the stream again after another sign-in', () => {
    const { opened, signInAgain } = page(running);
    signInAgain();
    expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
  });
});
