import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { useShortcut } from '../shortcuts/use-shortcut.ts';
import type { Command } from './command.ts';
import { useCommand, useCommands } from './use-command.ts';

interface PageProps {
  run: (id: string) => void;
  list?: Command[];
}

function Page({ run, list = [] }: PageProps) {
  useShortcut({ keys: 'n', label: 'New conversation', run: () => run('new') });
  useCommand({ id: 'businesses', label: 'Your businesses', run: () => run('businesses') });
  useCommand({ id: 'prices', label: 'Prices for cafés', group: 'Conversations', run: () => run('prices') });
  useCommands(() => list);
  return <input aria-label="Text" />;
}

const modK = { key: 'k', ctrlKey: true };

async function open(props: Partial<PageProps> = {}) {
  const run = vi.fn();
  const rendered = renderInApp(<Page run={run} {...props} />);
  screen.getByLabelText('Text').focus();
  fireEvent.keyDown(screen.getByLabelText('Text'), modK);
  return { ...rendered, run, input: await screen.findByRole('combobox', { name: 'Search commands' }) };
}

const options = () => screen.getAllByRole('option').map((option) => option.textContent);
const chosen = (input: HTMLElement) =>
  document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent;
const type = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } });
const press = (input: HTMLElement, key: string, more = {}) => fireEvent.keyDown(input, { key, ...more });
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the command palette', () => {
  it('opens while somebody is typing, with every command and every shortcut', async () => {
    await open();
    expect(options()).toEqual([
      'New conversationN',
      'Keyboard shortcuts?',
      'Your businesses',
      'Prices for cafés',
    ]);
    expect(screen.getByRole('group', { name: 'Conversations' }).textContent).toContain('Prices');
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
  });

  it('is itself among the shortcuts', async () => {
    renderInApp(<Page run={() => {}} />);
    fireEvent.keyDown(document.body, { key: '?' });
    expect((await screen.findByRole('dialog')).textContent).toContain('Commands');
  });

  it('finds commands by parts of their names and marks those', async () => {
    const { input } = await open();
    type(input, 'cafes');
    expect(options()).toEqual(['Prices for cafés']);
    expect(screen.getByRole('option').querySelector('mark')?.textContent).toBe('cafés');
    expect(chosen(input)).toBe('Prices for cafés');
  });

  it('goes round with the arrow keys, and runs with Enter what is chosen', async () => {
    const { input, run } = await open();
    press(input, 'ArrowDown');
    press(input, 'ArrowDown');
    expect(chosen(input)).toBe('Your businesses');
    press(input, 'ArrowDown');
    press(input, 'ArrowDown');
    expect(chosen(input)).toBe('New conversationN');
    press(input, 'ArrowUp');
    expect(chosen(input)).toBe('Prices for cafés');
    press(input, 'Enter');
    expect(run.mock.calls).toEqual([['prices']]);
    await gone();
  });

  it('runs what is clicked', async () => {
    const { run } = await open();
    fireEvent.click(screen.getByRole('option', { name: 'Your businesses' }));
    expect(run.mock.calls).toEqual([['businesses']]);
    await gone();
  });

  it('leaves Enter to an input method that is composing', async () => {
    const { input, run } = await open();
    press(input, 'Enter', { isComposing: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('says so when nothing fits, and Enter does nothing then', async () => {
    const { input, run } = await open();
    type(input, 'zzz');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(within(screen.getByRole('dialog')).getByRole('status').textContent).toMatch(/Nothing/);
    press(input, 'ArrowDown');
    press(input, 'Enter');
    expect(run).not.toHaveBeenCalled();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it.each([
    ['Escape', { key: 'Escape' }],
    ['its own keys', modK],
  ])('closes on %s, gives the focus back, and starts empty the next time', async (_, keys) => {
    const { input } = await open();
    type(input, 'prices');
    fireEvent.keyDown(input, keys);
    await gone();
    expect(document.activeElement).toBe(screen.getByLabelText('Text'));
    fireEvent.keyDown(document.body, modK);
    expect((await screen.findByRole<HTMLInputElement>('combobox')).value).toBe('');
  });

  it('asks for the commands each time it opens', async () => {
    const { rerender, run, input } = await open();
    fireEvent.keyDown(input, { key: 'Escape' });
    await gone();
    rerender(<Page run={run} list={[{ id: 'late', label: 'Came later', run: () => run('late') }]} />);
    fireEvent.keyDown(document.body, modK);
    await screen.findByRole('combobox');
    expect(options()).toContain('Came later');
  });
});
