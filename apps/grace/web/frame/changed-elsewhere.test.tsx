// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { act, fireEvent, Refusal, Stream, screen, waitFor } from '@commons/ui/testing';
import { describe, expect, it, vi } from 'vitest';
import type { Caregiver, Profile } from '../client.ts';
import { margaret, metformin } from '../testing/margaret.ts';
import { openPages } from '../testing/open-pages.tsx';

vi.mock('idb-keyval', () => import('../testing/no-store.ts'));

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const somebodyChanges = () =>
  act(async () => Stream.opened.find(({ url }) => url.includes('changes.follow'))?.send({}));
const versionsSent = (calls: { path: string; input: unknown }[], procedure: string) =>
  calls.filter(({ path }) => path === procedure).map(({ input }) => (input as { version: number }).version);

/** A record at the server that refuses what was not made from its newest version. */
function stored<Row extends { version: number }>(first: Row) {
  let row = first;
  return {
    row: () => row,
    change: (part: Partial<Row>) => {
      row = { ...row, ...part, version: row.version + 1 };
    },
    save: ({ version }: { version: number }) => {
      if (version !== row.version) throw new Refusal('STALE_VERSION');
      row = { ...row, version: version + 1 };
      return row;
    },
  };
}

describe('what somebody else saves while a form is open', () => {
  it('is not overwritten by a schedule that was begun before', async () => {
    const medicine = stored(metformin());
    const calls = openPages(`/medications/${medicine.row().id}/schedule`, {
      'medications.byId': () => medicine.row(),
      'medications.changeSchedule': medicine.save,
    });
    await screen.findByLabelText('Why is it changed?');
    type('Why is it changed?', 'She gets up later.');
    medicine.change({ instructions: 'Two tablets now.' });
    await somebodyChanges();
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody has changed this medicine');
    press('Change the schedule');
    expect(versionsSent(calls, 'medications.changeSchedule')).toEqual([]);
    press('Keep mine');
    press('Change the schedule');

    await waitFor(() => expect(versionsSent(calls, 'medications.changeSchedule')).toEqual([2]));
    expect(calls.at(-1)?.input).toBeDefined();
  });

  it('is not overwritten by an allergy that was opened before, and its reaction can be read', async () => {
    const allergy = stored({
      id: '019aa5c0-0000-7000-8000-00000000e001',
      category: 'medicine',
      substance: 'Penicillin',
      reaction: 'Rash',
      severity: 'mild',
      notedOn: null,
      version: 1,
    });
    openPages('/health', {
      'allergies.list': () => [allergy.row()],
      'conditions.list': () => [],
      'medications.list': () => [],
      'allergies.update': allergy.save,
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Edit\s*Penicillin/ }));
    type('What happens then?', 'Rash on the arms');
    allergy.change({ reaction: 'Could not breathe', severity: 'severe' });
    await somebodyChanges();
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody has changed this entry');
    press('Load the newer one');

    expect(screen.getByLabelText<HTMLInputElement>('What happens then?').value).toBe('Could not breathe');
  });

  it('takes nothing of what was typed about a person', async () => {
    const person = stored(margaret());
    const calls = openPages('/person', {
      'profiles.list': () => [person.row()],
      'profiles.update': person.save,
    });
    await screen.findByLabelText('Full name');
    type('Full name', 'Margaret Adaeze Okafor');
    person.change({ preferredName: 'Maggie' } as Partial<Profile>);
    await somebodyChanges();
    await screen.findByText(/Somebody has changed this page/);
    expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Margaret Adaeze Okafor');
    press('Keep mine');
    press('Save');

    await waitFor(() => expect(versionsSent(calls, 'profiles.update')).toEqual([2]));
    await waitFor(() => expect(person.row().version).toBe(3));
  });

  it('takes nothing of what was typed about a grant, also when the server says it first', async () => {
    const id = '019aa5c0-0000-7000-8000-00000000f001';
    const grant = stored<Caregiver>({
      id,
      name: 'Maria',
      relationship: 'Neighbour',
      level: 'log',
      scopes: ['medications'],
      startsAt: '2026-11-01T00:00:00.000Z',
      endsAt: '2027-11-01T00:00:00.000Z',
      endedAt: null,
      isRenewable: true,
      escalationOrder: null,
      version: 1,
      isYou: false,
    });
    openPages(`/care/${id}`, {
      'caregivers.list': () => ({ standing: [grant.row()], former: [] }),
      'caregivers.change': grant.save,
    });
    await screen.findByLabelText('What they are to the person');
    type('What they are to the person', 'Nurse');
    grant.change({ level: 'view' });
    press('Save');

    expect(await screen.findByText(/Somebody has changed what Maria may see and do/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('What they are to the person').value).toBe('Nurse');
    press('Keep mine');
    press('Save');
    await waitFor(() => expect(grant.row().version).toBe(3));
  });

  it('is said of a note whose newer wording cannot be read just now', async () => {
    const note = {
      id: '019aa5c0-0000-7000-8000-00000000aa01',
      body: 'Slept well.',
      category: 'sleep',
      isPrivate: false,
      isPinned: false,
      isError: false,
      isMine: true,
      authorName: 'Amara Okafor',
      version: 1,
      createdAt: '2026-11-20T08:00:00.000Z',
      updatedAt: '2026-11-20T08:00:00.000Z',
      doseId: null,
      sessionId: null,
    };
    let isBroken = false;
    openPages(`/notes/${note.id}`, {
      'notes.byId': () => {
        if (isBroken) throw new Refusal('INTERNAL');
        return { ...note, revisions: [], dose: null };
      },
      'notes.update': () => {
        isBroken = true;
        throw new Refusal('STALE_VERSION');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Change' }));
    type('What did you notice?', 'Slept well until four.');
    press('Save');

    expect(await screen.findByText('Changed somewhere else in the meantime')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('What did you notice?').value).toBe(
      'Slept well until four.',
    );
  });
});
