// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, renderWholeApp, screen, waitFor } from '@commons/ui/testing';
import { expect, it } from 'vitest';
import { Chidi } from '../chidi.tsx';
import { client } from '../client.ts';
import { business, businessId, conversationId } from '../testing/samples.ts';
import { stubChidi } from '../testing/stub-chidi.ts';

const prices = {
  id: conversationId,
  title: 'Prices for cafés',
  userContextId: businessId,
  lastMessageAt: new Date().toISOString(),
};

async function openPalette(): Promise<HTMLElement> {
  stubChidi({
    'contexts.list': () => [business],
    'contexts.byId': () => business,
    'conversations.list': () => ({ items: [prices], nextCursor: null }),
  });
  renderWholeApp(<Chidi />, { client, at: '/chidi/' });
  await screen.findByRole('link', { name: 'Prices for cafés' });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  return screen.findByRole('combobox', { name: 'Search commands' });
}

it('leads from the command palette to a conversation', async () => {
  const search = await openPalette();
  fireEvent.change(search, { target: { value: 'cafes' } });
  fireEvent.keyDown(search, { key: 'Enter' });
  await waitFor(() => expect(location.pathname).toBe(`/chidi/c/${conversationId}`));
});

it('leads from the command palette to a business', async () => {
  const search = await openPalette();
  fireEvent.change(search, { target: { value: 'okafor' } });
  fireEvent.click(await screen.findByRole('option', { name: 'Go to Okafor Ceramics' }));
  await waitFor(() => expect(location.pathname).toBe(`/chidi/contexts/${businessId}`));
});

it('has a new conversation, with its keys, and the businesses among the commands', async () => {
  await openPalette();
  expect(screen.getByRole('option', { name: /^New conversation/ }).textContent).toContain('Ctrl');
  fireEvent.click(screen.getByRole('option', { name: 'Your businesses' }));
  await waitFor(() => expect(location.pathname).toBe('/chidi/contexts'));
});
