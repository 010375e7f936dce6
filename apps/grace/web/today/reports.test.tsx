// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, renderWholeApp, screen, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it, vi } from 'vitest';
import { client } from '../client.ts';
import { OutboxProvider } from '../outbox/outbox-provider.tsx';
import { Pages } from '../pages.tsx';
import { margaret, margaretId, margaretsDay, metformin } from '../testing/margaret.ts';
import { stubGrace } from '../testing/stub-grace.ts';

vi.mock('idb-keyval', () => import('../testing/no-store.ts'));

const open = (procedures: Parameters<typeof stubGrace>[1]) => {
  const calls = stubGrace(margaret(), {
    'doses.today': () => twoMedicines(),
    'medications.list': () => [metformin()],
    ...procedures,
  });
  renderWholeApp(
    <OutboxProvider>
      <Pages />
    </OutboxProvider>,
    { name: 'grace', client, at: `/grace/p/${margaretId}/` },
  );
  return calls;
};

const ramiprilId = '019aa5c0-0000-7000-8000-00000000b003';
function twoMedicines() {
  const day = margaretsDay();
  const [version] = day.versions;
  const [medicine] = day.medications;
  if (!version || !medicine) throw new Error('Nothing is planned.');
  day.versions.push({ ...version, id: ramiprilId, scheduleId: ramiprilId, medicationId: ramiprilId });
  day.medications.push({ ...medicine, id: ramiprilId, name: 'Ramipril' });
  return day;
}
const recorded = ({ id }: { id: string }) => ({ id, actualAt: new Date().toISOString() });

/** Taps do nothing for a moment after the list has moved. */
const give = async (name: string) => {
  const button = await screen.findByRole('button', { name: new RegExp(`^Given: ${name}`) });
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(button);
};

describe('a report that the server fails over', () => {
  it('is not said to wait for a connection, and keeps no other report waiting', async () => {
    const isMetformin = ({ versionId }: { versionId: string }) => versionId !== ramiprilId;
    const calls = open({
      'doses.log': (input: { id: string; versionId: string }) => {
        if (isMetformin(input)) throw new Refusal('INTERNAL');
        return recorded(input);
      },
    });
    await give('Metformin');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('One entry is not recorded yet: Metformin.');
    expect(alert.textContent).toContain('Nobody else sees it until then.');
    expect(screen.queryByText(/waiting for a connection|as soon as there is a connection/)).toBeNull();
    await give('Ramipril');

    await waitFor(() =>
      expect(calls.filter(({ path }) => path === 'doses.log').map(({ input }) => input)).toContainEqual(
        expect.objectContaining({ versionId: ramiprilId }),
      ),
    );
    expect((await screen.findAllByText(/^Ramipril given at/)).length).toBeGreaterThan(0);
  });
});

describe('a report that is refused for good', () => {
  it('is said to whoever made it, on whichever page they are, with whose it was', async () => {
    const { promise, reject } = Promise.withResolvers();
    open({ 'doses.log': () => promise });
    await give('Metformin');
    const [link] = screen.getAllByRole('link', { name: 'Medicines' });
    if (link) fireEvent.click(link);
    await screen.findByRole('heading', { name: 'Medicines', level: 1 });
    reject(new Refusal('FORBIDDEN', 'Your access lets you look only.'));

    const inAnnouncer = (node: HTMLElement) => node.closest('[data-announcer]') !== null;
    await waitFor(() => {
      const said = screen.getAllByText(/^Metformin of Margaret, given at .*, could not be recorded/);
      expect(new Set(said.map(inAnnouncer))).toEqual(new Set([true, false]));
    });
  });

  it('stays in sight although its dose is planned no more, until somebody lets it go', async () => {
    let isOver = false;
    open({
      'doses.log': ({ id, versionId }: { id: string; versionId: string }) => {
        isOver = true;
        if (versionId === ramiprilId) return recorded({ id });
        throw new Refusal('NOT_FOUND');
      },
      'doses.today': () => {
        const day = twoMedicines();
        return isOver ? { ...day, versions: day.versions.slice(1) } : day;
      },
    });
    await give('Metformin');
    await screen.findByText(/This could not be recorded/);
    // The day is read anew, and its plan is gone.
    await give('Ramipril');
    const lost = await screen.findByRole('heading', { name: /^Metformin, given .*, could not be recorded/ });
    expect(screen.queryByRole('button', { name: /^Given: Metformin/ })).toBeNull();
    const notice = lost.closest('div')?.parentElement?.parentElement;
    fireEvent.click(within(notice ?? document.body).getByRole('button', { name: 'Let it go' }));

    await waitFor(() => expect(screen.queryByText(/Metformin, given .*, could not be recorded/)).toBeNull());
  });

  it('is told to somebody whose part in the care ended meanwhile', async () => {
    let hasEnded = false;
    open({
      'profiles.list': () => (hasEnded ? [] : [margaret()]),
      'doses.today': () => {
        if (hasEnded) throw new Refusal('NOT_FOUND');
        return twoMedicines();
      },
      'doses.log': ({ id, versionId }: { id: string; versionId: string }) => {
        if (versionId === ramiprilId) return recorded({ id });
        hasEnded = true;
        throw new Refusal('NOT_FOUND');
      },
    });
    await give('Metformin');
    await screen.findByText(/This could not be recorded/);
    await give('Ramipril');
    await screen.findByText('You no longer take part in the care of Margaret');

    expect(screen.getByText(/This did not get into the record any more/)).toBeTruthy();
    expect(screen.getByText(/^Metformin, given/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'I have told them' }));
    await waitFor(() => expect(screen.queryByText(/did not get into the record/)).toBeNull());
  });
});

describe('taking back', () => {
  it('says of each of two reports what became of it', async () => {
    const { promise, reject } = Promise.withResolvers();
    const undone: string[] = [];
    const logged: string[] = [];
    open({
      'doses.log': ({ id }: { id: string }) => {
        logged.push(id);
        return recorded({ id });
      },
      'doses.undo': ({ id }: { id: string }) => {
        undone.push(id);
        return id === logged[0] ? promise : null;
      },
    });
    await give('Metformin');
    await give('Ramipril');
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(2));
    for (const button of screen.getAllByRole('button', { name: 'Undo' })) fireEvent.click(button);
    await waitFor(() => expect(undone).toHaveLength(2));
    reject(new Refusal('CONFLICT', 'It is too late to undo this. Correct it instead.'));

    expect(await screen.findByText(/It is too late to undo this/)).toBeTruthy();
  });
});
