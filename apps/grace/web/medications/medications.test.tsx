// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, renderWholeApp, screen, waitFor, within } from '@commons/ui/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { client, type Profile } from '../client.ts';
import { Pages } from '../pages.tsx';
import { margaret, margaretId, metformin as margaretsMetformin } from '../testing/margaret.ts';
import { stubGrace } from '../testing/stub-grace.ts';

const metformin = margaretsMetformin();
const { id } = metformin;

const base = { 'allergies.list': () => [], 'medications.changes': () => [] };
const open = (path: string, procedures: Parameters<typeof stubGrace>[1]) => {
  const calls = stubGrace(margaret(), { ...base, ...procedures });
  const at = `/grace/p/${margaretId}${path}`;
  return { calls, ...renderWholeApp(<Pages />, { name: 'grace', client, at }) };
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => localStorage.clear());

describe('the list of medicines', () => {
  it('says what it is for while it is empty, and how to begin', async () => {
    open('/medications', { 'medications.list': () => [] });

    expect(await screen.findByRole('heading', { name: 'No medicines yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Add a medicine' })).toBeTruthy();
  });

  it('says what happened when it cannot be read, and reads again when asked to', async () => {
    let broken = true;
    open('/medications', {
      'medications.list': () => {
        if (broken) throw new Refusal('INTERNAL');
        return [metformin];
      },
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    broken = false;
    fireEvent.click(again);

    expect(await screen.findByRole('link', { name: /Metformin 500 mg/ })).toBeTruthy();
  });

  it('says to a caregiver without the scope why not, and who can change that, and asks for nothing', async () => {
    const rights = { isHolder: false, level: 'manage', scopes: ['notes'], endsAt: null } as const;
    const { calls } = open('/medications', { 'profiles.list': () => [margaret({ rights: { ...rights } })] });

    expect(await screen.findByText(/Amara Okafor can change that/)).toBeTruthy();
    expect(calls.filter(({ path }) => path.startsWith('medications.'))).toEqual([]);
  });

  it('offers nothing that a caregiver who only looks may not do', async () => {
    const rights: Profile['rights'] = {
      isHolder: false,
      level: 'view',
      scopes: ['medications'],
      endsAt: null,
    };
    open(`/medications/${id}`, {
      'profiles.list': () => [margaret({ rights })],
      'medications.byId': () => metformin,
    });
    await screen.findByRole('heading', { name: 'Metformin 500 mg' });

    for (const name of ['Put on hold', 'Stop']) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Edit details' })).toBeNull();
  });

  it('keeps what is on hold, and what is no longer taken, apart', async () => {
    const [version] = metformin.versions;
    const versions = version ? [{ ...version, holds: [{ from: 0 }] }] : [];
    const held = { ...metformin, id: 'b', name: 'Simvastatin', versions };
    const stopped = {
      ...metformin,
      id: 'c',
      name: 'Ramipril',
      stoppedAt: '2026-11-02T10:00:00.000Z',
      stopReason: 'Dry cough',
    };
    open('/medications', { 'medications.list': () => [metformin, held, stopped] });
    const onHold = (await screen.findByRole('heading', { name: 'On hold' })).parentElement;

    expect(within(onHold ?? document.body).getAllByRole('link')).toHaveLength(1);
    expect(screen.getByText(/Stopped on .*: Dry cough/)).toBeTruthy();
  });
});

describe('entering a medicine', () => {
  const procedures = { 'medications.list': () => [], 'medications.byId': () => metformin };

  it('says at the field what is missing, puts the focus there, and goes no further', async () => {
    open('/medications/new', procedures);
    await screen.findByRole('heading', { name: 'What it is' });
    press('Next');

    expect(await screen.findByText('Write the name that is on the box.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name on the box'));
    expect(screen.getByRole('heading', { name: 'What it is' })).toBeTruthy();
  });

  it('shows the doses to come before it is saved, and keeps everything when saving fails', async () => {
    let broken = true;
    const { calls } = open('/medications/new', {
      ...procedures,
      'medications.create': () => {
        if (broken) throw new Refusal('INTERNAL');
        return metformin;
      },
    });
    await screen.findByRole('heading', { name: 'What it is' });
    type('Name on the box', 'Metformin');
    type('What is in it', 'metformin');
    press('Next');
    await screen.findByRole('heading', { name: 'What this means' });
    expect(screen.getByText('All 60 doses, one by one')).toBeTruthy();
    press('Next');
    await screen.findByRole('heading', { name: 'Good to know' });
    press('Next');
    await screen.findByRole('heading', { name: 'Look at it once more' });
    press('Save the medicine');
    await screen.findByRole('alert');
    broken = false;
    press('Save the medicine');
    await screen.findByRole('heading', { name: 'Metformin 500 mg' });
    const sent = calls.filter(({ path }) => path === 'medications.create').map(({ input }) => input);

    expect(sent).toHaveLength(2);
    expect((sent[1] as { id: string }).id).toBe((sent[0] as { id: string }).id);
    expect(sent[1]).toMatchObject({
      profileId: margaretId,
      facts: { name: 'Metformin', ingredients: ['metformin'] },
    });
  });

  it('tells of an allergy and of the same ingredient, and does not stand in the way', async () => {
    open('/medications/new', {
      'medications.list': () => [metformin],
      'allergies.list': () => [{ id, category: 'medicine', substance: 'Biguanides metformin', version: 1 }],
    });
    await screen.findByRole('heading', { name: 'What it is' });
    type('Name on the box', 'Glucophage');
    type('What is in it', 'metformin hydrochloride');

    expect(await screen.findByText(/Metformin contains metformin hydrochloride as well/)).toBeTruthy();
    expect(await screen.findByText('Margaret is allergic to Biguanides metformin.')).toBeTruthy();
    expect(screen.getByText(/not a complete interaction check/)).toBeTruthy();
    press('Next');
    expect(await screen.findByRole('heading', { name: 'When and how much' })).toBeTruthy();
  });
});

describe('what could not be checked', () => {
  it('is said where a medicine is entered, until it can be', async () => {
    let isBroken = true;
    open('/medications/new', {
      'medications.list': () => [],
      'allergies.list': () => {
        if (isBroken) throw new Refusal('INTERNAL');
        return [{ id, category: 'medicine', substance: 'metformin', version: 1 }];
      },
    });
    await screen.findByRole('heading', { name: 'What it is' });
    type('Name on the box', 'Glucophage');
    type('What is in it', 'metformin');

    expect((await screen.findByRole('alert')).textContent).toContain(
      'The allergies could not be read, so this medicine is not checked against them.',
    );
    isBroken = false;
    press('Try again');
    expect(await screen.findByText('Margaret is allergic to metformin.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is said where an allergy is entered', async () => {
    open('/health', {
      'conditions.list': () => [],
      'medications.list': () => {
        throw new Refusal('INTERNAL');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Add an allergy' }));

    expect((await screen.findByRole('alert')).textContent).toContain(
      'The medicines could not be read, so they are not checked against this allergy.',
    );
  });

  it('is said on every page about the person when it is whether they need somebody', async () => {
    open('/medications', {
      'medications.list': () => [metformin],
      'alerts.list': () => {
        throw new Refusal('INTERNAL');
      },
    });

    expect((await screen.findByRole('alert')).textContent).toContain(
      'Whether Margaret needs somebody could not be read.',
    );
    expect(await screen.findByRole('link', { name: /Metformin/ })).toBeTruthy();
  });
});

describe('editing details', () => {
  it('overwrites nothing that somebody else has saved', async () => {
    let stored = metformin;
    const { calls } = open(`/medications/${id}/edit`, {
      'medications.list': () => [stored],
      'medications.byId': () => stored,
      'medications.update': ({ version }: { version: number }) => {
        if (version !== stored.version) throw new Refusal('STALE_VERSION');
        stored = { ...stored, version: version + 1 };
        return stored;
      },
    });
    await screen.findByLabelText('Prescribed by');
    type('Prescribed by', 'Dr Mine');
    stored = { ...metformin, prescriber: 'Dr Theirs', version: 2 };
    press('Save');
    fireEvent.click(await screen.findByRole('button', { name: 'Keep mine' }));
    press('Save');

    await waitFor(() => expect(stored.version).toBe(3));
    const sent = calls.filter(({ path }) => path === 'medications.update').map(({ input }) => input);
    expect(sent.at(-1)).toMatchObject({ version: 2, facts: { prescriber: 'Dr Mine' } });
  });
});

describe('holding and stopping', () => {
  it('asks why, and offers to take it back', async () => {
    let stored = metformin;
    const { calls } = open(`/medications/${id}`, {
      'medications.byId': () => stored,
      'medications.stop': () => {
        stored = { ...stored, version: 2, stoppedAt: '2026-11-02T10:00:00.000Z', stopReason: 'Side effects' };
        return stored;
      },
      'medications.restart': () => metformin,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Stop' }));
    expect(await dialog.findByText('Say why, in a few words.')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Why?'), { target: { value: 'Side effects' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Stop' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));

    await waitFor(() =>
      expect(calls).toContainEqual({
        path: 'medications.restart',
        input: { profileId: margaretId, id, version: 2, reason: '' },
      }),
    );
  });
});
