import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { keyLabels, matchesKeys } from './matches-keys.ts';
import { useShortcut } from './use-shortcut.ts';

function Page({ run, whileTyping, enabled }: { run: () => void; whileTyping?: boolean; enabled?: boolean }) {
  useShortcut({ keys: 'mod+j', label: 'Search', run, whileTyping, enabled });
  useShortcut({ keys: 'n', label: 'New', run });
  return (
    <>
      <input aria-label="Text" />
      <input type="checkbox" aria-label="Box" />
      <button type="button">Button</button>
    </>
  );
}

const modJ = { key: 'j', ctrlKey: true };

describe('shortcuts', () => {
  it('run on their keys, and only on those', () => {
    const run = vi.fn();
    renderInApp(<Page run={run} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { ...modJ, shiftKey: true });
    expect(run).not.toHaveBeenCalled();
    expect(fireEvent.keyDown(document.body, modJ)).toBe(false);
    expect(run).toHaveBeenCalledOnce();
  });

  it('are off while typing, unless a combination says otherwise', () => {
    const run = vi.fn();
    const { rerender } = renderInApp(<Page run={run} />);
    fireEvent.keyDown(screen.getByLabelText('Text'), { key: 'n' });
    fireEvent.keyDown(screen.getByLabelText('Text'), modJ);
    expect(run).not.toHaveBeenCalled();
    rerender(<Page run={run} whileTyping />);
    fireEvent.keyDown(screen.getByLabelText('Text'), modJ);
    expect(run).toHaveBeenCalledOnce();
  });

  it('are off while an input method is composing', () => {
    const run = vi.fn();
    renderInApp(<Page run={run} whileTyping />);
    fireEvent.keyDown(document.body, { ...modJ, isComposing: true });
    fireEvent.keyDown(document.body, { key: 'n', keyCode: 229 });
    expect(run).not.toHaveBeenCalled();
  });

  it('work on controls that take no text', () => {
    const run = vi.fn();
    renderInApp(<Page run={run} />);
    fireEvent.keyDown(screen.getByLabelText('Box'), { key: 'n' });
    fireEvent.keyDown(screen.getByRole('button'), { key: 'n' });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('are gone when their component is, or when it switches them off', () => {
    const run = vi.fn();
    const { rerender } = renderInApp(<Page run={run} enabled={false} />);
    fireEvent.keyDown(document.body, modJ);
    rerender(<p>Another page</p>);
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(run).not.toHaveBeenCalled();
  });

  it('are listed under "?", and stay off while the list is open', async () => {
    const run = vi.fn();
    renderInApp(<Page run={run} />);
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    expect((await screen.findByRole('dialog')).textContent).toContain('Search');
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(run).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a shortcut on Escape', () => {
  it('leaves the Escape that closes a menu to the menu', () => {
    const run = vi.fn();
    function Stoppable() {
      const [open, setOpen] = useState(true);
      useShortcut({ keys: 'escape', label: 'Stop', run });
      return open && <div role="menu" tabIndex={-1} onKeyDown={() => flushSync(() => setOpen(false))} />;
    }
    renderInApp(<Stoppable />);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(run).toHaveBeenCalledOnce();
  });
});

describe('matchesKeys', () => {
  it('reads mod as ⌘ on Apple keyboards', () => {
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
    expect(matchesKeys(new KeyboardEvent('keydown', { key: 'j', metaKey: true }), 'mod+j')).toBe(true);
    expect(matchesKeys(new KeyboardEvent('keydown', modJ), 'mod+j')).toBe(false);
    expect(keyLabels('mod+shift+k')).toEqual(['⌘', '⇧', 'K']);
  });

  it('finds a symbol wherever the keyboard layout has it', () => {
    expect(matchesKeys(new KeyboardEvent('keydown', { key: '?', shiftKey: true }), '?')).toBe(true);
    expect(matchesKeys(new KeyboardEvent('keydown', { key: '?' }), '?')).toBe(true);
  });
});
