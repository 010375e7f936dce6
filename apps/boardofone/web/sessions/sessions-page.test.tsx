// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, stubProcedures, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../client.ts';
import { open, session } from '../testing/stub-board.ts';

const bakery: SessionSummary = {
  id: session.id,
  problem: 'Do we open a second bakery?',
  status: 'completed',
  phase: 'complete',
  waitsFor: null,
  roundNumber: 2,
  totalCost: '0.12000000',
  createdAt: '2026-11-21T10:00:00.000Z',
  archivedAt: null,
  whatIf: null,
};
const page = (...items: SessionSummary[]) => ({ items, nextCursor: null });
const about = (name: RegExp) => screen.findByRole('button', { name });

async function choose(item: string): Promise<void> {
  fireEvent.click(await about(/More about Do we open/));
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('the list of decisions', () => {
  it('asks for what the address holds, and the address follows what is typed', async () => {
    const calls = stubProcedures('boardofone', {
      'notices.list': () => [],
      'sessions.list': () => page(bakery),
    });
    open('/?standing=completed');
    fireEvent.change(await screen.findByLabelText('Search'), { target: { value: 'rent' } });

    await waitFor(() => expect(window.location.search).toBe('?text=rent&standing=completed'));
    await waitFor(() =>
      expect(calls.filter(({ path }) => path === 'sessions.list').at(-1)?.input).toMatchObject({
        text: 'rent',
        standing: 'completed',
        isArchived: false,
      }),
    );
  });

  it('tells a what-if from the session that it begins from', async () => {
    const whatIf = { kind: 'assumption' as const, text: 'The rent is halved.' };
    stubProcedures('boardofone', {
      'notices.list': () => [],
      'sessions.list': () => page({ ...bakery, id: 'what-if', whatIf }, bakery),
    });
    open('/');
    const rows = await screen.findAllByRole('link', { name: /Do we open a second bakery/ });

    expect(rows.map(({ textContent }) => textContent?.includes('What if: “The rent is halved.”'))).toEqual([
      true,
      false,
    ]);
  });

  it('asks for the days and costs of the address, and forgets them together', async () => {
    const calls = stubProcedures('boardofone', {
      'notices.list': () => [],
      'sessions.list': () => page(bakery),
    });
    const asked = () => calls.filter(({ path }) => path === 'sessions.list').at(-1)?.input;
    open('/?from=2026-11-01&to=2026-11-30&min=0.10');
    expect((await screen.findByLabelText<HTMLInputElement>('Begun on or after')).value).toBe('2026-11-01');
    expect(asked()).toMatchObject({
      begunFrom: new Date(2026, 10, 1).toISOString(),
      begunBefore: new Date(2026, 11, 1).toISOString(),
      costFrom: '0.10',
      costUntil: null,
    });
    fireEvent.change(screen.getByLabelText('Cost at most, in dollars'), { target: { value: 'much' } });
    expect(await screen.findByText(/like 0\.50/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Any date and cost' }));

    await waitFor(() => expect(window.location.search).toBe(''));
    await waitFor(() => expect(asked()).toMatchObject({ begunFrom: null, costFrom: null }));
  });

  it('says so when nothing fits', async () => {
    stubProcedures('boardofone', { 'notices.list': () => [], 'sessions.list': () => page() });
    open('/?text=zeppelin');

    expect(await screen.findByText('No decision fits.')).toBeTruthy();
    expect(screen.getByText('0 decisions')).toBeTruthy();
  });

  it('says what it is for while there is none', async () => {
    const calls = stubProcedures('boardofone', { 'notices.list': () => [], 'sessions.list': () => page() });
    open('/');

    expect(await screen.findByRole('link', { name: 'Put a decision before the board' })).toBeTruthy();
    await waitFor(() =>
      expect(calls.map(({ input }) => input)).toContainEqual(expect.objectContaining({ isArchived: true })),
    );
    expect(screen.queryByRole('link', { name: 'Archived decisions' })).toBeNull();
  });

  it('leads to what is archived where there is nothing else', async () => {
    stubProcedures('boardofone', {
      'notices.list': () => [],
      'sessions.list': ({ isArchived }: { isArchived: boolean }) => (isArchived ? page(bakery) : page()),
    });
    open('/');

    expect(await screen.findByRole('link', { name: 'Archived decisions' })).toBeTruthy();
  });
});

describe('archiving', () => {
  it('takes a decision away at once, and Undo brings it back', async () => {
    let isArchived = false;
    const calls = stubProcedures('boardofone', {
      'notices.list': () => [],
      'sessions.list': () => (isArchived ? page() : page(bakery)),
      'sessions.archive': (input: { isArchived: boolean }) => {
        isArchived = input.isArchived;
      },
    });
    open('/');
    await choose('Archive');
    await screen.findByRole('heading', { name: 'What do you have to decide?' });
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));

    expect(await screen.findByText('Do we open a second bakery?')).toBeTruthy();
    expect(calls.filter(({ path }) => path === 'sessions.archive').map(({ input }) => input)).toEqual([
      { id: bakery.id, isArchived: true },
      { id: bakery.id, isArchived: false },
    ]);
    // What was taken back needs no word, which would lie over the list.
    expect(screen.queryByText('Back in the list')).toBeNull();
  });

  it('that is refused leaves the decision where it was', async () => {
    const answers = [page(bakery)];
    const calls = stubProcedures('boardofone', {
      'notices.list': () => [],
      // Read once, and never again.
      'sessions.list': () => answers.pop() ?? new Promise(() => {}),
      'sessions.archive': () => {
        throw new Refusal('RATE_LIMITED');
      },
    });
    open('/');
    await choose('Archive');
    await waitFor(() => expect(calls.map(({ path }) => path)).toContain('sessions.archive'));

    expect(await screen.findByText('Do we open a second bakery?')).toBeTruthy();
  });
});

describe('deleting', () => {
  const withStatus = (status: SessionSummary['status']) => {
    const rows = [{ ...bakery, status }];
    return stubProcedures('boardofone', {
      'notices.list': () => [],
      'sessions.list': () => page(...rows),
      'sessions.kill': () => session,
      'sessions.remove': () => void rows.pop(),
    });
  };
  const confirm = async () => {
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/Type/), { target: { value: 'Delete' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
  };
  const changed = (calls: { path: string }[]) =>
    calls.map(({ path }) => path).filter((path) => /kill|remove/.test(path));

  it('waits for the word to be typed', async () => {
    const calls = withStatus('completed');
    open('/');
    await choose('Delete');
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Delete for good' });

    expect(button.disabled).toBe(true);
    await confirm();
    await screen.findByRole('heading', { name: 'What do you have to decide?' });
    expect(changed(calls)).toEqual(['sessions.remove']);
  });

  it('ends first what still runs', async () => {
    const calls = withStatus('active');
    open('/');
    await choose('Delete');
    expect(await screen.findByText(/it is ended first/)).toBeTruthy();
    await confirm();
    await screen.findByRole('heading', { name: 'What do you have to decide?' });

    expect(changed(calls)).toEqual(['sessions.kill', 'sessions.remove']);
  });
});

describe('a search', () => {
  const nothingBut = (answer: (input: { text: string }) => unknown) =>
    stubProcedures('boardofone', { 'notices.list': () => [], 'sessions.list': answer });
  const search = () => screen.findByLabelText<HTMLInputElement>('Search');

  it('claims nothing before its answer is here, and takes nobody’s field away', async () => {
    const all = Promise.withResolvers<unknown>();
    nothingBut(({ text }) => (text ? page() : all.promise));
    open('/?text=zzz');
    await screen.findByText('No decision fits.');
    const field = await search();
    field.focus();
    fireEvent.change(field, { target: { value: '' } });

    await waitFor(() => expect(screen.getByText('Looking…')).toBeTruthy());
    expect(screen.queryByText('No decision fits.')).toBeNull();
    expect(screen.queryByText('What do you have to decide?')).toBeNull();
    expect(document.activeElement).toBe(field);
    all.resolve(page(bakery));
    await screen.findByText('Do we open a second bakery?');
    expect(document.activeElement).toBe(field);
  });

  it('that fails keeps what was typed, and can be tried again', async () => {
    let isBroken = true;
    nothingBut(({ text }) => {
      if (text && isBroken) throw new Refusal('INTERNAL');
      return page(bakery);
    });
    open('/');
    const field = await search();
    fireEvent.change(field, { target: { value: 'bakery' } });
    const again = await screen.findByRole('button', { name: 'Try again' });

    expect(await search()).toBe(field);
    expect(screen.queryByText('Do we open a second bakery?')).toBeNull();
    isBroken = false;
    fireEvent.click(again);
    expect(await screen.findByText('Do we open a second bakery?')).toBeTruthy();
  });
});

describe('two archived in a row', () => {
  it('can both be taken back', async () => {
    const kept = new Set(['a', 'b']);
    const calls = stubProcedures('boardofone', {
      'notices.list': () => [],
      'sessions.list': () =>
        page(...[...kept].map((id) => ({ ...bakery, id, problem: `Decision ${id.toUpperCase()}` }))),
      'sessions.archive': async ({ id }: { id: string }) => {
        // Both are on their way at once.
        await waitFor(() => expect(calls.filter(({ path }) => path === 'sessions.archive')).toHaveLength(2));
        kept.delete(id);
      },
    });
    open('/');
    for (const name of [/More about Decision A/, /More about Decision B/]) {
      fireEvent.click(await about(name));
      fireEvent.click(await screen.findByRole('menuitem', { name: 'Archive' }));
      await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull());
    }

    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(2));
  });
});
