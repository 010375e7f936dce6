import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announced, renderInApp } from '../../testing/render.tsx';
import { CopyButton } from './copy-button.tsx';

const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  writeText.mockResolvedValue();
});

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  Reflect.deleteProperty(document, 'execCommand');
});

const press = () => act(async () => screen.getByRole('button').click());

describe('CopyButton', () => {
  it('copies and says so', async () => {
    renderInApp(<CopyButton text={() => 'the text'} />);
    await press();
    expect(writeText).toHaveBeenCalledExactlyOnceWith('the text');
    expect(announced()).toBe('Copied');
  });

  it('copies through a selection where the clipboard is closed, and gives the focus back', async () => {
    writeText.mockRejectedValue(new DOMException('not allowed', 'NotAllowedError'));
    let selected = '';
    document.execCommand = () => {
      selected = document.querySelector('textarea')?.value ?? '';
      return true;
    };
    renderInApp(<CopyButton text="the text" />);
    screen.getByRole('button').focus();
    await press();
    expect(selected).toBe('the text');
    expect(document.activeElement).toBe(screen.getByRole('button'));
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('says what to do when nothing works', async () => {
    writeText.mockRejectedValue(new DOMException('not allowed', 'NotAllowedError'));
    renderInApp(<CopyButton text="the text" />);
    await press();
    expect(announced()).toContain('select the text instead');
  });

  it('shows for a moment that it has copied', async () => {
    vi.useFakeTimers();
    try {
      renderInApp(<CopyButton text="the text" />);
      await press();
      expect(screen.getByRole('button').dataset.copied).toBe('true');
      act(() => vi.advanceTimersByTime(2000));
      expect(screen.getByRole('button').dataset.copied).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
    await waitFor(() => expect(announced()).toBe('Copied'));
  });
});
