import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { TRPCClientError } from '@trpc/client';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { Composer, type ComposerProps } from './composer.tsx';

function compose(props: Partial<ComposerProps> = {}) {
  const onSend = vi.fn<ComposerProps['onSend']>(async () => {});
  const all = { draftKey: 'conversation:1', onSend, ...props };
  const result = renderInApp(<Composer {...all} />);
  return {
    ...result,
    onSend,
    again: (next: Partial<ComposerProps>) => result.rerender(<Composer {...all} {...next} />),
  };
}

const tooFast = (retryAfterMs: number) =>
  TRPCClientError.from({
    error: { code: -32_029, message: '', data: { code: 'RATE_LIMITED', retryAfterMs } },
  } as never);

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string, more: Partial<KeyboardEventInit> = {}) =>
  fireEvent.keyDown(field(), { key, ...more });

describe('Composer', () => {
  it('sends on Enter, with the text trimmed and an id of its own', async () => {
    const { onSend } = compose();
    write('  What sells on Mondays?\n');
    press('Enter');
    await waitFor(() => expect(field().value).toBe(''));
    expect(onSend).toHaveBeenCalledExactlyOnceWith(
      'What sells on Mondays?',
      expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    );
  });

  it('holds what was refused as too fast until it may be sent again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const onSend = vi.fn(() => Promise.reject(tooFast(5_000)));
      compose({ onSend });
      write('One');
      await act(async () => void press('Enter'));
      expect(screen.getByText('Send again in 5 s.')).toBeTruthy();
      press('Enter');
      expect(onSend).toHaveBeenCalledOnce();
      act(() => vi.advanceTimersByTime(5_000));
      expect(screen.queryByText(/Send again/)).toBeNull();
      await act(async () => void press('Enter'));
      expect(onSend).toHaveBeenCalledTimes(2);
      expect(field().value).toBe('One');
    } finally {
      vi.useRealTimers();
    }
  });

  it('makes a new line on Shift+Enter', () => {
    const { onSend } = compose();
    write('One');
    expect(press('Enter', { shiftKey: true })).toBe(true);
    expect(onSend).not.toHaveBeenCalled();
  });

  it.each([
    ['isComposing', { isComposing: true }],
    ['the key code of Safari', { keyCode: 229 }],
  ])('does not send while an input method is composing (%s)', (_, event) => {
    const { onSend } = compose();
    write('にほん');
    press('Enter', event);
    expect(onSend).not.toHaveBeenCalled();
  });

  it('makes a new line on Enter where the keyboard is on the screen', async () => {
    const touch = Object.assign(window.matchMedia('(hover: none)'), { matches: true });
    vi.spyOn(window, 'matchMedia').mockReturnValue(touch);
    const { onSend } = compose();
    write('One');
    press('Enter');
    expect(onSend).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(field().value).toBe(''));
    expect(onSend).toHaveBeenCalledOnce();
  });

  it('sends nothing when there is nothing to send', () => {
    const { onSend } = compose();
    write('   ');
    press('Enter');
    expect(onSend).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
  });

  it('keeps the text until the server has accepted it, and sends it once however often Enter is pressed', async () => {
    const accepted = Promise.withResolvers<void>();
    const onSend = vi.fn(() => accepted.promise);
    compose({ onSend });
    write('Keep me');
    press('Enter');
    press('Enter');
    expect(field().value).toBe('Keep me');
    expect(field().readOnly).toBe(true);
    await act(async () => accepted.resolve());
    expect(field().value).toBe('');
    expect(onSend).toHaveBeenCalledOnce();
  });

  it('keeps the text of a refused message, says why, and sends it again under the same id', async () => {
    const onSend = vi.fn<ComposerProps['onSend']>().mockRejectedValueOnce(new TypeError('Failed to fetch'));
    compose({ onSend });
    write('Did it arrive?');
    press('Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('No connection to the server');
    expect(field().value).toBe('Did it arrive?');
    press('Enter');
    await waitFor(() => expect(field().value).toBe(''));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(onSend.mock.calls[1]?.[1]).toBe(onSend.mock.calls[0]?.[1]);
  });

  it('no longer says that the server is out of reach once it is back', async () => {
    compose({ onSend: vi.fn().mockRejectedValue(new TypeError('Failed to fetch')) });
    write('Did it arrive?');
    press('Enter');
    await screen.findByRole('alert');
    act(() => onlineManager.setOnline(false));
    expect(screen.getByRole('alert')).toBeTruthy();
    act(() => onlineManager.setOnline(true));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field().value).toBe('Did it arrive?');
  });

  it('sends under the same id even after a reload, and under a new one once the text is another', async () => {
    const onSend = vi.fn<ComposerProps['onSend']>().mockRejectedValue(new TypeError('Failed to fetch'));
    const { unmount } = compose({ onSend });
    write('Did it arrive?');
    press('Enter');
    await screen.findByRole('alert');
    unmount();
    compose({ onSend });
    press('Enter');
    await screen.findByRole('alert');
    write('Something else');
    press('Enter');
    await waitFor(() => expect(onSend).toHaveBeenCalledTimes(3));
    const [first, second, third] = onSend.mock.calls.map(([, id]) => id);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('keeps a draft per conversation, through switching and reloading', () => {
    const { again, unmount } = compose();
    write('For the first');
    again({ draftKey: 'conversation:2' });
    expect(field().value).toBe('');
    write('For the second');
    again({ draftKey: 'conversation:1' });
    expect(field().value).toBe('For the first');
    unmount();
    compose({ draftKey: 'conversation:2' });
    expect(field().value).toBe('For the second');
  });

  it('clears the draft that was sent and not the one that is open by then', async () => {
    const accepted = Promise.withResolvers<void>();
    const { again } = compose({ onSend: () => accepted.promise });
    write('For the first');
    press('Enter');
    again({ draftKey: 'conversation:2' });
    write('For the second');
    await act(async () => accepted.resolve());
    expect(field().value).toBe('For the second');
    again({ draftKey: 'conversation:1' });
    expect(field().value).toBe('');
  });

  it('stops the answer instead of sending while one is on its way', () => {
    const onStop = vi.fn();
    const { onSend } = compose({ streaming: true, onStop });
    write('Next question');
    press('Enter');
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(onStop).toHaveBeenCalledOnce();
    expect(onSend).not.toHaveBeenCalled();
    expect(field().value).toBe('Next question');
  });

  it('says how much room is left, and what is too much', () => {
    const { onSend } = compose({ lengthMax: 10 });
    write('1234567890');
    expect(screen.getByText('Characters left: 0')).toBeTruthy();
    write('1234567890123');
    expect(screen.getByText('Characters too many: 3')).toBeTruthy();
    press('Enter');
    expect(onSend).not.toHaveBeenCalled();
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });
});
