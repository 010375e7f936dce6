// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import {
  fireEvent,
  lostConnection,
  Refusal,
  Stream,
  type StubbedProcedure,
  screen,
  stubProcedures,
  waitFor,
} from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../client.ts';
import { open } from '../testing/stub-board.ts';

const settings = { hasMails: true, canMail: true, email: 'amara@example.org' };
const sentSince = '2026-11-21T10:00:00.000Z';
const templates = [
  {
    name: 'completed',
    version: 2,
    subject: 'Ready: {{problem}}',
    text: 'Read {{link}}',
    createdAt: sentSince,
  },
  { name: 'completed', version: 1, subject: 'Done: {{problem}}', text: 'See {{link}}', createdAt: sentSince },
  { name: 'paused', version: 1, subject: 'Stopped: {{problem}}', text: '{{reason}}', createdAt: sentSince },
];
/** The page of notices as somebody without any sees it, but for what a test says. */
const stubNotices = (procedures: Record<string, StubbedProcedure> = {}) =>
  stubProcedures('boardofone', {
    'notices.list': () => [],
    'notices.settings': () => settings,
    'notices.templates': () => templates,
    ...procedures,
  });
const notice = (more: Partial<Notice> = {}): Notice => ({
  id: 'n1',
  sessionId: 's1',
  problem: 'Do we open a second bakery?',
  whatIf: null,
  kind: 'completed',
  reason: null,
  createdAt: '2026-11-21T10:00:00.000Z',
  readAt: null,
  ...more,
});

describe('the notices', () => {
  it('tell a what-if from the session that it begins from', async () => {
    const whatIf = { kind: 'assumption' as const, text: 'The rent is halved.' };
    stubNotices({ 'notices.list': () => [notice({ id: 'n2', sessionId: 's2', whatIf }), notice()] });
    open('/notices');
    const told = (await screen.findAllByRole('link', { name: /Do we open/ })).map((link) =>
      link.closest('li'),
    );

    expect(told.map((row) => row?.textContent?.includes('What if: “The rent is halved.”'))).toEqual([
      true,
      false,
    ]);
  });

  it('lead to what they are about, and are marked as read at once', async () => {
    const calls = stubNotices({
      'notices.list': () => [
        notice(),
        notice({ id: 'n2', kind: 'paused', reason: 'cost_cap', readAt: 'x' }),
        notice({ id: 'n3', kind: 'review_due', readAt: 'x' }),
      ],
      'notices.markRead': () => new Promise(() => {}),
    });
    open('/notices');
    const links = await screen.findAllByRole('link', { name: 'Do we open a second bakery?' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/boardofone/sessions/s1/memo',
      '/boardofone/sessions/s1',
      '/boardofone/outcomes',
    ]);
    expect(screen.getByText(/Raise the cap to go on/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Mark as read' }));

    await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark as read' })).toBeNull());
    expect(calls).toContainEqual({ path: 'notices.markRead', input: { id: 'n1' } });
  });

  it('are unread again, and it is said, when the server is not reached', async () => {
    let isReached = true;
    stubNotices({
      'notices.list': () => {
        if (!isReached) throw lostConnection();
        return [notice()];
      },
      'notices.markRead': () => {
        isReached = false;
        throw lostConnection();
      },
    });
    open('/notices');
    fireEvent.click(await screen.findByRole('button', { name: 'Mark as read' }));
    await screen.findByText('No connection to the server', { selector: '.mantine-Notification-title' });

    expect(screen.getByRole('button', { name: 'Mark as read' })).toBeTruthy();
  });

  it('leave none out when something new is told between two pages', async () => {
    const all = Array.from({ length: 25 }, (_, index) =>
      notice({ id: `n${index}`, problem: `Decision ${index}.`, readAt: sentSince }),
    );
    stubNotices({
      'notices.list': (input?: { cursor?: string }) => {
        const from = input?.cursor ? all.findIndex(({ id }) => id === input.cursor) + 1 : 0;
        return all.slice(from, from + 20);
      },
    });
    open('/notices');
    fireEvent.click(await screen.findByRole('button', { name: 'Older notices' }));
    await screen.findByRole('link', { name: 'Decision 24.' });
    all.unshift(notice({ id: 'new', problem: 'A new one.', readAt: sentSince }));
    Stream.opened.at(-1)?.send({});
    await screen.findByRole('link', { name: 'A new one.' });

    await waitFor(() => expect(screen.getAllByRole('link', { name: /^Decision \d+\.$/ })).toHaveLength(25));
  });

  it('go on to older ones, a page at a time', async () => {
    const all = Array.from({ length: 25 }, (_, index) =>
      notice({ id: `n${index}`, sessionId: `s${index}`, problem: `Decision ${index}`, readAt: sentSince }),
    );
    const calls = stubNotices({
      'notices.list': (input?: { cursor?: string }) => {
        const from = input?.cursor ? all.findIndex(({ id }) => id === input.cursor) + 1 : 0;
        return all.slice(from, from + 20);
      },
    });
    open('/notices');
    fireEvent.click(await screen.findByRole('button', { name: 'Older notices' }));

    expect(await screen.findByRole('link', { name: 'Decision 24' })).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /^Decision \d/ })).toHaveLength(25);
    expect(screen.queryByRole('button', { name: 'Older notices' })).toBeNull();
    expect(calls.map(({ input }) => input)).toContainEqual(expect.objectContaining({ cursor: 'n19' }));
  });

  it('say what will be here while there are none', async () => {
    stubNotices();
    open('/notices');

    expect(await screen.findByText(/Nothing yet/)).toBeTruthy();
  });

  it('by mail are switched off, and on again where the server refuses', async () => {
    stubNotices({
      'notices.setMails': () => {
        throw new Refusal('READ_ONLY');
      },
    });
    open('/notices');
    const mails = await screen.findByRole('switch', { name: /A mail when/ });
    fireEvent.click(mails);

    expect(await screen.findByText('Read-only right now')).toBeTruthy();
    await waitFor(() => expect((mails as HTMLInputElement).checked).toBe(true));
  });

  it('show each mail in each of its versions with a made-up decision, the one that is sent now first', async () => {
    stubNotices();
    open('/notices');
    expect(await screen.findByText(/Ready: Do we open/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Version'), { target: { value: '1' } });
    expect(await screen.findByText(/Done: Do we open/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Mail'), { target: { value: 'paused' } });

    expect(await screen.findByText(/Stopped: Do we open/)).toBeTruthy();
    expect(screen.getByText(/Raise the cap to go on/)).toBeTruthy();
  });
});
