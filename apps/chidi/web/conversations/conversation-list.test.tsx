// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { act, fireEvent, renderWholeApp, screen, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { Chidi } from '../chidi.tsx';
import { type ConversationSummary, client } from '../client.ts';
import { business, businessId, conversationId } from '../testing/samples.ts';
import { lostConnection, Refusal, stubChidi } from '../testing/stub-chidi.ts';

const summary = (title: string | null, id = conversationId): ConversationSummary => ({
  id,
  title,
  userContextId: businessId,
  lastMessageAt: new Date().toISOString(),
});

const listing = (...items: ConversationSummary[]) => ({
  'contexts.list': () => [business],
  'contexts.byId': () => business,
  'conversations.list': () => ({ items, nextCursor: null }),
});

const open = () => renderWholeApp(<Chidi />, { client, at: '/chidi/' });
const list = async () => within(await screen.findByRole('navigation', { name: 'Conversations' }));

async function rename(title: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: /^Rename/ }));
  const field = screen.getByLabelText('Title of the conversation');
  fireEvent.change(field, { target: { value: title } });
  fireEvent.submit(field);
}

describe('the list of conversations', () => {
  it('tells conversations without a title apart by the time of their last message', async () => {
    const at = (minute: number) => ({ lastMessageAt: new Date(2026, 10, 21, 14, minute).toISOString() });
    stubChidi(listing({ ...summary(null), ...at(5) }, { ...summary(null, businessId), ...at(48) }));
    open();
    const links = await (await list()).findAllByRole('link', { name: /^Untitled, .*(05|48)/ });
    expect(new Set(links.map(({ textContent }) => textContent)).size).toBe(2);
    expect((await list()).getAllByRole('link', { name: 'New conversation' })).toHaveLength(1);
  });

  it('shows a new title at once, and brings the old one and the text back when the server refuses', async () => {
    let refuse = () => {};
    stubChidi({
      ...listing(summary('Prices')),
      'conversations.rename': () =>
        new Promise((_, reject) => {
          refuse = () => reject(new Refusal('READ_ONLY'));
        }),
    });
    open();
    await rename('Bowls');
    expect(await (await list()).findByRole('link', { name: 'Bowls' })).toBeTruthy();
    await act(async () => refuse());
    expect(await screen.findByText(/Read-only right now/)).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>('Title of the conversation');
    expect(field.value).toBe('Bowls');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(await (await list()).findByRole('link', { name: 'Prices' })).toBeTruthy();
  });

  it('does not send an empty title, and says why', async () => {
    const calls = stubChidi(listing(summary('Prices')));
    open();
    await rename('   ');
    expect(await screen.findByText('Give it a title.')).toBeTruthy();
    expect(calls.some(({ path }) => path === 'conversations.rename')).toBe(false);
  });

  it('leaves the title as it was on Esc, and gives the focus back', async () => {
    stubChidi(listing(summary('Prices')));
    open();
    const pencil = await screen.findByRole('button', { name: 'Rename “Prices”' });
    fireEvent.click(pencil);
    fireEvent.keyDown(screen.getByLabelText('Title of the conversation'), { key: 'Escape' });
    const link = await (await list()).findByRole('link', { name: 'Prices' });
    await waitFor(() => expect(document.activeElement).toBe(link.nextElementSibling));
  });

  it('can be asked for once more when it did not arrive', async () => {
    let reachable = false;
    stubChidi({
      ...listing(),
      'conversations.list': () => {
        if (!reachable) throw new Refusal('INTERNAL');
        return { items: [summary('Prices')], nextCursor: null };
      },
    });
    open();
    const retry = await (await list()).findByRole('button', { name: 'Try again' });
    reachable = true;
    fireEvent.click(retry);
    expect(await (await list()).findByRole('link', { name: 'Prices' })).toBeTruthy();
  });
});

describe('deleting a conversation', () => {
  const remove = async () => fireEvent.click(await screen.findByRole('button', { name: 'Delete “Prices”' }));
  const link = async () => (await list()).queryByRole('link', { name: 'Prices' });

  it('takes it from the list at once, and Undo brings it back', async () => {
    let items = [summary('Prices')];
    const calls = stubChidi({
      ...listing(),
      'conversations.list': () => ({ items, nextCursor: null }),
      'conversations.remove': () => {
        items = [];
      },
      'conversations.restore': () => {
        items = [summary('Prices')];
      },
    });
    open();
    await remove();
    await waitFor(async () => expect(await link()).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await (await list()).findByRole('link', { name: 'Prices' })).toBeTruthy();
    expect(calls.filter(({ path }) => path === 'conversations.restore').map(({ input }) => input)).toEqual([
      { id: conversationId },
    ]);
  });

  it('hands the focus to the next one, and the last one to the first link there', async () => {
    let items = [summary('Prices'), summary('Bowls', businessId)];
    stubChidi({
      ...listing(),
      'conversations.list': () => ({ items, nextCursor: null }),
      'conversations.remove': ({ id }: { id: string }) => {
        items = items.filter((item) => item.id !== id);
      },
    });
    open();
    await remove();
    await waitFor(async () => expect(await link()).toBeNull());
    const left = (await list()).getByRole('link', { name: 'Bowls' });
    expect(document.activeElement).toBe(left);
    fireEvent.click(screen.getByRole('button', { name: 'Delete “Bowls”' }));
    await waitFor(() => expect(left.isConnected).toBe(false));
    expect(document.activeElement).toBe((await list()).getByRole('link', { name: 'New conversation' }));
  });

  it('lists it again although the list is out of reach as well', async () => {
    let isReached = true;
    stubChidi({
      ...listing(),
      'conversations.list': () => {
        if (!isReached) throw lostConnection();
        return { items: [summary('Prices')], nextCursor: null };
      },
      'conversations.remove': () => {
        isReached = false;
        throw lostConnection();
      },
    });
    open();
    await remove();

    await screen.findByText('No connection to the server');
    expect(await link()).toBeTruthy();
  });

  it('lists it again and says why when the server refuses', async () => {
    stubChidi({
      ...listing(summary('Prices')),
      'conversations.remove': () => {
        throw new Refusal('READ_ONLY');
      },
    });
    open();
    await remove();
    expect(await screen.findByText(/Read-only right now/)).toBeTruthy();
    await waitFor(async () => expect(await link()).toBeTruthy());
  });
});

describe('a new conversation', () => {
  it('leads whoever has told nothing yet to the form', async () => {
    stubChidi({});
    open();
    const link = await screen.findByRole('link', { name: 'Describe your business' });
    expect(link.getAttribute('href')).toBe('/chidi/contexts/new');
  });

  it('puts a sample question into the field, and begins one conversation however often it is sent', async () => {
    let attempts = 0;
    const calls = stubChidi({
      ...listing(),
      'conversations.byId': () => new Promise(() => {}),
      'conversations.start': ({ id, questionId }: { id: string; questionId: string }) => {
        attempts++;
        if (attempts === 1) throw lostConnection();
        return { conversationId: id, questionId, answerId: 'a1' };
      },
    });
    open();
    fireEvent.click(await screen.findByRole('button', { name: /Write a short post/ }));
    const field = screen.getByLabelText<HTMLTextAreaElement>('Message to Chidi');
    expect(field.value).toBe('Write a short post about what Okafor Ceramics offers.');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText(/Nothing you typed is lost/)).toBeTruthy();
    fireEvent.keyDown(screen.getByLabelText('Message to Chidi'), { key: 'Enter' });
    expect(await screen.findByRole('log', { name: /^Conversation/ })).toBeTruthy();
    const started = calls.filter(({ path }) => path === 'conversations.start').map(({ input }) => input);
    expect(started[1]).toEqual(started[0]);
    expect(window.location.pathname).toBe(`/chidi/c/${(started[0] as { id: string }).id}`);
  });
});
