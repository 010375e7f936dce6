// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, renderWholeApp, screen, stubProcedures, waitFor } from '@commons/ui/testing';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { client, type SharedMemo, type ShareLink } from '../client.ts';
import { open, session } from '../testing/stub-board.ts';
import { followLinks } from './link-of.ts';
import { SharedMemoPage } from './shared-memo-page.tsx';

const none = { why: [], alternatives: [], risks: [], killCriteria: [], nextStep: [], unresolved: [] };
const memo: SharedMemo = {
  heading: 'Do we open a second bakery?',
  completedAt: '2026-11-21T10:00:00.000Z',
  seats: 5,
  outcome: 'The panel is for opening it.',
  body: {
    ...none,
    recommendation: [
      { text: 'Open it.', sources: 2 },
      { text: 'Ask the bank.', sources: 0 },
    ],
  },
  minority: [{ option: 'Wait', seats: 1, quote: 'Wait for the spring.', dealbreakers: ['The rent falls.'] }],
};
const visit = () =>
  renderWholeApp(createElement(SharedMemoPage, { token: 'abc' }), { name: 'boardofone', client });

describe('a shared memo', () => {
  it('shows the minority report, and marks what nothing was said for', async () => {
    stubProcedures('boardofone', { 'sharing.byLink': () => memo });
    visit();

    expect(await screen.findByText('Wait for the spring.')).toBeTruthy();
    expect(screen.getByText('1 of 5 seats')).toBeTruthy();
    expect(screen.getByText('The rent falls.')).toBeTruthy();
    expect(screen.getByText(/Ask the bank/).textContent).toContain('Unsupported');
    expect(screen.getByText(/Open it/).textContent).not.toContain('Unsupported');
    expect(document.title).not.toContain('bakery');
  });

  it('says so when the panel was of one mind', async () => {
    stubProcedures('boardofone', { 'sharing.byLink': () => ({ ...memo, minority: [] }) });
    visit();

    expect(await screen.findByText('Nobody voted for anything else.')).toBeTruthy();
  });

  it('is nowhere once its link has ended', async () => {
    stubProcedures('boardofone', {
      'sharing.byLink': () => {
        throw new Refusal('NOT_FOUND');
      },
    });
    visit();

    expect(await screen.findByRole('heading', { name: 'This link shows no memo' })).toBeTruthy();
    // With an address that a browser loads: the page that is open has nothing else to show.
    const on = screen.getByRole('link', { name: 'To Board of One' });
    expect(on.getAttribute('href')).toBe('/boardofone/');
    expect(fireEvent.click(on)).toBe(true);
  });

  it('says what wrote it, a model or none', async () => {
    stubProcedures('boardofone', { 'sharing.byLink': () => ({ ...memo, isRehearsal: true }) });
    visit();

    expect(await screen.findByText(/No language model was configured/)).toBeTruthy();
    expect(screen.queryByText(/Language models wrote this/)).toBeNull();
  });

  it('gives way to another whose link is opened in the same tab', () => {
    const loaded: string[] = [];
    followLinks('abc', () => loaded.push(window.location.hash));
    for (const hash of ['#memo=abc', '#memo=def']) {
      window.history.replaceState(null, '', hash);
      window.dispatchEvent(new Event('hashchange'));
    }

    expect(loaded).toEqual(['#memo=def']);
  });
});

describe('the links of a memo', () => {
  it('keep the one that was just told when another is ended', async () => {
    const old = {
      createdAt: '2026-11-20T10:00:00.000Z',
      expiresAt: '2999-01-01T10:00:00.000Z',
      isOver: false,
    };
    stubProcedures('boardofone', {
      'sessions.byId': () => ({ ...session, status: 'completed' }),
      'sharing.links': () => [{ ...old, id: 'link-0', revokedAt: null }],
      'sharing.create': () => ({ id: 'link-1', token: 'secret-token' }),
      'sharing.revoke': () => null,
    });
    open(`/sessions/${session.id}/sharing`);
    fireEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
    const link = await screen.findByLabelText('Your link');
    const end = screen.getByRole('button', { name: 'End it' });
    fireEvent.click(end);
    await waitFor(() => expect(end.hasAttribute('data-loading')).toBe(true));
    await waitFor(() => expect(end.hasAttribute('data-loading')).toBe(false));

    expect(document.body.contains(link)).toBe(true);
  });

  it('are told once, and ended one by one', async () => {
    const links: ShareLink[] = [];
    stubProcedures('boardofone', {
      'sessions.byId': () => ({ ...session, status: 'completed' }),
      'sharing.links': () => links,
      'sharing.create': () => {
        const at = '2026-11-21T10:00:00.000Z';
        links.push({
          id: 'link-1',
          createdAt: at,
          expiresAt: '2999-01-01T10:00:00.000Z',
          revokedAt: null,
          isOver: false,
        });
        return { id: 'link-1', token: 'secret-token' };
      },
      'sharing.revoke': () => {
        for (const link of links) link.revokedAt = '2026-11-21T11:00:00.000Z';
      },
    });
    open(`/sessions/${session.id}/sharing`);
    fireEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
    const link = await screen.findByLabelText<HTMLInputElement>('Your link');

    expect(link.value).toMatch(/\/boardofone\/#memo=secret-token$/);
    fireEvent.click(await screen.findByRole('button', { name: 'End it' }));
    expect(await screen.findByText(/You ended it/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByLabelText('Your link')).toBeNull());
  });

  it('are not there before the memo is', async () => {
    stubProcedures('boardofone', { 'sessions.byId': () => session });
    open(`/sessions/${session.id}/sharing`);

    expect(await screen.findByText(/There is no memo to share yet/)).toBeTruthy();
  });
});
