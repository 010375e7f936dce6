// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import {
  fireEvent,
  Refusal,
  renderWholeApp,
  Stream,
  screen,
  stubProcedures,
  waitFor,
} from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { client, type Note } from '../client.ts';
import { Pages } from '../pages.tsx';

const milk: Note = {
  id: '019aa5c0-0000-7000-8000-000000000001',
  title: 'Milk',
  body: 'Two litres',
  version: 1,
  createdAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
};
const open = (path: string) =>
  renderWholeApp(<Pages />, { name: 'template', client, at: `/template${path}` });
const listing = (...items: Note[]) => ({ items, nextCursor: null });

describe('the list', () => {
  it('says what it is for while it is empty, and how to begin', async () => {
    stubProcedures('template', { 'notes.list': () => listing() });
    open('/');

    expect(await screen.findByRole('heading', { name: 'Nothing written down yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'New note' })).toBeTruthy();
  });

  it('says what happened when it cannot be read, and reads again when asked to', async () => {
    let broken = true;
    stubProcedures('template', {
      'notes.list': () => {
        if (broken) throw new Refusal('INTERNAL');
        return listing(milk);
      },
    });
    open('/');
    const again = await screen.findByRole('button', { name: 'Try again' });
    broken = false;
    fireEvent.click(again);

    expect(await screen.findByRole('link', { name: 'Milk' })).toBeTruthy();
  });

  it('shows what another tab has written as soon as it hears of it', async () => {
    const items: Note[] = [];
    stubProcedures('template', { 'notes.list': () => listing(...items) });
    open('/');
    await screen.findByText('Nothing written down yet');
    items.push(milk);
    Stream.opened.at(-1)?.send({ changed: true });

    expect(await screen.findByRole('link', { name: 'Milk' })).toBeTruthy();
  });

  it('brings a deleted note back under its old id', async () => {
    const calls = stubProcedures('template', {
      'notes.list': () => listing(milk),
      'notes.remove': () => ({ id: milk.id }),
      'notes.create': () => milk,
    });
    open('/');
    fireEvent.click(await screen.findByRole('button', { name: 'Delete Milk' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    const { id, title, body } = milk;

    const input = expect.objectContaining({ id, title, body });
    await waitFor(() => expect(calls).toContainEqual({ path: 'notes.create', input }));
  });
});

describe('the form', () => {
  it('says at the field what is missing, and sends nothing', async () => {
    const calls = stubProcedures('template', {});
    open('/new');
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));

    expect(await screen.findByText('Give it a title.')).toBeTruthy();
    expect(calls.filter(({ path }) => path.startsWith('notes.'))).toEqual([]);
  });

  it('keeps what was typed when saving fails, and sends it again under the same id', async () => {
    let broken = true;
    const calls = stubProcedures('template', {
      'notes.list': () => listing(),
      'notes.create': () => {
        if (broken) throw new Refusal('INTERNAL');
        return { ...milk, body: '' };
      },
    });
    open('/new');
    const title = await screen.findByLabelText<HTMLInputElement>('Title');
    fireEvent.change(title, { target: { value: 'Milk' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('alert');
    expect(title.value).toBe('Milk');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('heading', { name: 'All notes' });
    const sent = calls.filter(({ path }) => path === 'notes.create').map(({ input }) => input);

    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('overwrites nothing that was saved somewhere else', async () => {
    let stored = milk;
    const calls = stubProcedures('template', {
      'notes.byId': () => stored,
      'notes.list': () => listing(stored),
      'notes.update': ({ version }: { version: number }) => {
        if (version !== stored.version) throw new Refusal('STALE_VERSION');
        stored = { ...stored, title: 'Mine', version: version + 1 };
        return stored;
      },
    });
    open(`/notes/${milk.id}`);
    fireEvent.change(await screen.findByLabelText('Title'), { target: { value: 'Mine' } });
    stored = { ...milk, title: 'Theirs', version: 2 };
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep mine' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));

    await waitFor(() => expect(stored).toMatchObject({ title: 'Mine', version: 3 }));
    expect(calls.filter(({ path }) => path === 'notes.update')).toHaveLength(2);
  });
});

describe('an address', () => {
  it.each([
    ['/nowhere', 'There is no such page'],
    ['/notes/no-id', 'Nothing here'],
    [`/notes/${milk.id}`, 'Nothing here'],
  ])('that leads nowhere, %s, says so: %s', async (path, title) => {
    stubProcedures('template', {
      'notes.byId': ({ id }: { id: string }) => {
        throw new Refusal(id === milk.id ? 'NOT_FOUND' : 'BAD_INPUT');
      },
    });
    open(path);

    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  });
});
