// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { act, fireEvent, lostConnection, Refusal, screen, waitFor } from '@commons/ui/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { margaret, margaretsDay, metformin } from '../testing/margaret.ts';
import { openPages } from '../testing/open-pages.tsx';

vi.mock('idb-keyval', () => import('../testing/no-store.ts'));
vi.mock('../import/pack-file.ts', () => ({ packFile: () => Promise.reject(new Error('It is gone.')) }));
afterEach(() => vi.unstubAllGlobals());

const refused = () => {
  throw new Refusal('INTERNAL');
};
const never = () => new Promise(() => {});

describe('what is missing', () => {
  it('is not said of doses to somebody who does not see them', async () => {
    openPages('/handover', {
      'handover.since': () => ({
        cut: [],
        since: '2026-11-19T08:00:00.000Z',
        until: '2026-11-20T08:00:00.000Z',
        isFirst: false,
        doses: null,
        planChanges: null,
        notes: [],
        chats: null,
      }),
    });

    expect((await screen.findByText(/Nothing new/)).textContent).toBe('Nothing new.');
  });

  it('is said where the medicines to choose from, and the notes beside doses, could not be read', async () => {
    openPages(`/history?medicine=${metformin().id}`, {
      'doses.history': () => ({ items: [], nextCursor: null }),
      'medications.list': refused,
      'notes.about': refused,
    });

    expect(await screen.findByText(/and this is the history of one of them/)).toBeTruthy();
    expect(await screen.findByText(/The notes about this could not be read/)).toBeTruthy();
    expect(screen.queryByPlaceholderText('All medicines')).toBeNull();
  });

  it('is said where nobody knows whether there are notices', async () => {
    openPages('/', { 'doses.today': () => margaretsDay(), 'notices.unread': refused });

    expect(
      await screen.findByRole('link', { name: 'Notices; whether there are new ones could not be read' }),
    ).toBeTruthy();
  });

  it('is said while a medicine is not checked against the allergies yet', async () => {
    openPages('/medications/new', { 'medications.list': () => [], 'allergies.list': never });

    expect(await screen.findByText(/The allergies are still being read/)).toBeTruthy();
  });

  it('is said where this device could be signed up for messages', async () => {
    vi.stubGlobal('PushManager', class {});
    vi.stubGlobal('Notification', { permission: 'default' });
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      value: { getRegistration: async () => undefined, getRegistrations: async () => [] },
    });
    openPages('/reminders', {
      'push.devices': () => [],
      'push.key': refused,
      'feeds.list': () => [],
      'notices.settings': () => ({
        wantsDoses: true,
        digestTime: null,
        canMail: true,
        email: 'a@example.org',
      }),
    });

    expect(
      await screen.findByText(/Whether this device can be sent messages could not be read/),
    ).toBeTruthy();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  it('is said of a file that could not be read', async () => {
    openPages('~/people/import', {});
    await screen.findByRole('button', { name: 'Choose a file' });
    const input = document.querySelector('input[type=file]');
    if (input) fireEvent.change(input, { target: { files: [new File(['{}'], 'record.json')] } });

    expect(await screen.findByText(/This browser could not read the file/)).toBeTruthy();
  });
});

describe('what came in while a page could not be read again', () => {
  it('is not said to be read', async () => {
    const notice = {
      id: '019aa5c0-0000-7000-8000-00000000dd01',
      profileId: margaret().id,
      personName: 'Margaret',
      kind: 'dose_open',
      title: 'Margaret: Metformin',
      body: 'Nobody has logged it.',
      sentAt: '2026-11-20T08:00:00.000Z',
      isRead: false,
      isAcknowledged: false,
      isSettled: false,
      canAcknowledge: true,
    };
    const calls = openPages('~/notices', {
      'notices.list': () => ({ notices: [notice], hasMore: false }),
      'notices.markRead': () => null,
      'doses.today': () => margaretsDay(),
    });
    await screen.findByText('Nobody has logged it.');
    await act(async () => window.history.pushState(null, '', `/grace/p/${margaret().id}/`));

    await waitFor(() =>
      expect(calls).toContainEqual({ path: 'notices.markRead', input: { until: notice.sentAt } }),
    );
  });
});

describe('a list that has an end', () => {
  it('is said to be cut before somebody says that they have read what is new', async () => {
    const note = (n: number) => ({
      id: `019aa5c0-0000-7000-8000-00000000${1000 + n}`,
      body: `Note ${n}`,
      authorName: 'Maria',
      createdAt: '2026-11-20T08:00:00.000Z',
      isChanged: false,
    });
    openPages('/handover', {
      'handover.since': () => ({
        cut: ['notes'],
        since: '2026-11-19T08:00:00.000Z',
        until: '2026-11-20T08:00:00.000Z',
        isFirst: false,
        doses: [],
        planChanges: [],
        notes: [note(1)],
        chats: null,
      }),
    });

    expect(await screen.findByText(/There are more notes than fit here/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See them all' }).getAttribute('href')).toContain('/notes');
  });

  it('does not leave the doctor’s list with changes that nobody knows of', async () => {
    const change = (n: number) => ({
      id: `019aa5c0-0000-7000-8000-00000000${1000 + n}`,
      medicationId: '019aa5c0-0000-7000-8000-00000000b0ff',
      medicationName: 'Ramipril',
      actorName: 'Maria',
      action: 'edited',
      reason: '',
      changes: [],
      effectiveAt: '2026-11-20T08:00:00.000Z',
      at: '2026-11-20T08:00:00.000Z',
    });
    openPages('/medications/print', {
      'medications.list': () => [metformin()],
      'allergies.list': () => [],
      'conditions.list': () => [],
      'medications.changes': () => Array.from({ length: 500 }, (_, n) => change(n)),
    });
    fireEvent.change(await screen.findByLabelText('Show changes since'), { target: { value: '2026-01-01' } });

    expect(await screen.findByText(/Not all of them: only those since .*2026 are listed/)).toBeTruthy();
    expect(screen.getByText(/^Before .*2026$/)).toBeTruthy();
  });

  it('keeps no summary of long ago from whoever opens its conversation', async () => {
    const sessionId = '019aa5c0-0000-7000-8000-00000000cc01';
    const calls = openPages(`/talk/${sessionId}`, {
      'sessions.byId': () => ({
        id: sessionId,
        title: 'Roses',
        topicId: null,
        startedAt: '2026-01-20T08:00:00.000Z',
        endedAt: '2026-01-20T09:00:00.000Z',
        turns: [],
      }),
      'notes.about': () => [],
      'summaries.list': () => [],
    });
    await screen.findByRole('heading', { name: 'Roses' });

    await waitFor(() =>
      expect(calls.find(({ path }) => path === 'summaries.list')?.input).toMatchObject({ sessionId }),
    );
  });
});

describe('what is still on its way', () => {
  it('is not taken for the month that was asked for', async () => {
    const day = (date: string) => ({ date, doses: [] });
    openPages('/calendar?month=2026-11', {
      'reports.month': ({ month }: { month: string }) =>
        month === '2026-11'
          ? { month, today: '2026-11-20', timeZone: 'UTC', days: [day('2026-11-20')] }
          : never(),
    });
    await screen.findByRole('button', { name: /20 November|November 20/ });
    fireEvent.click(screen.getByRole('button', { name: 'The month after' }));

    await screen.findByRole('heading', { name: 'December 2026' });
    await waitFor(() => expect(screen.queryByRole('button', { name: /20 November|November 20/ })).toBeNull());
  });
});

describe('what was agreed to', () => {
  it('is asked for again where the text has changed since it was read', async () => {
    sessionStorage.setItem('grace:invitation', 'secret');
    let text = 'Maria may see the medicines.';
    openPages('~/invitation', {
      'invitations.open': () => ({
        personName: 'Margaret',
        grantedByName: 'Amara',
        consentText: text,
        consentHash: text,
      }),
      'invitations.accept': ({ consentHash }: { consentHash: string }) => {
        text = 'Maria may see the medicines and the notes.';
        if (consentHash !== text) throw new Refusal('STALE_VERSION');
        return { profileId: margaret().id };
      },
    });
    const box = await screen.findByLabelText<HTMLInputElement>('I have read this and agree to it.');
    fireEvent.click(box);
    fireEvent.click(screen.getByRole('button', { name: 'Accept' }));

    expect((await screen.findByRole('alert')).textContent).toContain('The text was changed just now.');
    expect(await screen.findByText('Maria may see the medicines and the notes.')).toBeTruthy();
    expect(box.checked).toBe(false);
    sessionStorage.clear();
  });
});

describe('what is pressed again after its answer was lost', () => {
  it('adds one pack', async () => {
    let isLost = true;
    const stock = {
      medicationId: metformin().id,
      name: 'Metformin',
      unit: 'tablet',
      left: '10',
      packSize: '28',
      isShort: false,
      isRefillDue: false,
      isEstimate: false,
      runOutOn: null,
      daysLeft: null,
      refillOn: null,
      forecast: [],
      lines: [],
    };
    const calls = openPages('/stock', {
      'stock.list': () => [stock],
      'stock.refill': () => {
        if (isLost) throw lostConnection();
        return null;
      },
    });
    const sent = () =>
      calls.filter(({ path }) => path === 'stock.refill').map(({ input }) => (input as { id: string }).id);
    fireEvent.click(await screen.findByRole('button', { name: 'Add a pack of 28' }));
    await screen.findByText('No connection to the server', { selector: 'div' });
    isLost = false;
    fireEvent.click(screen.getByRole('button', { name: 'Add a pack of 28' }));
    await screen.findByText('28 tablets of Metformin added');
    fireEvent.click(screen.getByRole('button', { name: 'Add a pack of 28' }));

    await waitFor(() => expect(sent()).toHaveLength(3));
    expect(new Set(sent()).size).toBe(2);
    expect(sent()[0]).toBe(sent()[1]);
  });
});

describe('the emergency card', () => {
  const card = {
    profileId: margaret().id,
    fullName: 'Margaret Okafor',
    preferredName: 'Margaret',
    photo: null,
    timeZone: 'UTC',
    dateOfBirth: null,
    bloodType: null,
    directives: '',
    language: '',
    doctor: '',
    notes: '',
    contacts: [],
    allergies: [],
    conditions: [],
    medications: [],
    version: 1,
    updatedAt: '2026-11-20T08:00:00.000Z',
  };
  const link = (id: string) => ({
    id,
    createdAt: '2026-11-20T08:00:00.000Z',
    expiresAt: '2027-11-20T08:00:00.000Z',
    revokedAt: null as string | null,
    isOver: false,
    openings: 0,
  });

  it('keeps the code of a link that was just made when another one is ended', async () => {
    const links = [link('019aa5c0-0000-7000-8000-00000000bb01')];
    openPages('/emergency-card', {
      'emergencyCard.byProfile': () => card,
      'emergencyCard.links': () => links,
      'emergencyCard.createLink': ({ id }: { id: string }) => {
        links.unshift(link(id));
        return { token: 'told-once' };
      },
      'emergencyCard.revokeLink': ({ id }: { id: string }) => {
        const at = links.findIndex((one) => one.id === id);
        const [ended] = links.splice(at, 1);
        if (ended) links.push({ ...ended, revokedAt: '2026-11-21T08:00:00.000Z' });
        return null;
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
    await screen.findByText(/The QR code is on the card now/);
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'End it' })).toHaveLength(2));
    const [own, other] = screen.getAllByRole('button', { name: 'End it' });
    if (other) fireEvent.click(other);
    await screen.findByText(/You ended it/);
    await act(async () => {});
    expect(screen.getByText(/The QR code is on the card now/)).toBeTruthy();
    if (own) fireEvent.click(own);

    await waitFor(() => expect(screen.queryByText(/The QR code is on the card now/)).toBeNull());
  });

  it('is not said to be kept by a browser that keeps nothing', async () => {
    openPages('/emergency-card', {
      'emergencyCard.byProfile': () => card,
      'emergencyCard.links': () => [],
    });
    const box = await screen.findByLabelText<HTMLInputElement>('Keep a copy on this device');
    fireEvent.click(box);

    expect(await screen.findByText('This browser keeps no copy')).toBeTruthy();
    await waitFor(() => expect(box.checked).toBe(false));
  });
});
