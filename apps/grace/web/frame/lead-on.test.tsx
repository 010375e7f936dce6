// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, screen, waitFor } from '@commons/ui/testing';
import { expect, it, vi } from 'vitest';
import { margaret, margaretsDay, metformin } from '../testing/margaret.ts';
import { openPages } from '../testing/open-pages.tsx';

vi.mock('idb-keyval', () => import('../testing/no-store.ts'));

const benId = '019aa5c0-0000-7000-8000-00000000a002';

it('leaves whoever has gone to another person where they are, when what they saved before is stored at last', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const calls = openPages(`/medications/${metformin().id}/edit`, {
    'profiles.list': () => [
      margaret(),
      margaret({ id: benId, preferredName: 'Ben', fullName: 'Ben Okafor' }),
    ],
    'medications.byId': () => metformin(),
    'medications.list': () => [metformin()],
    'allergies.list': () => [],
    'doses.today': () => margaretsDay(),
    'medications.update': () => promise,
  });
  fireEvent.change(await screen.findByLabelText('Prescribed by'), { target: { value: 'Dr Shah' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(calls.some(({ path }) => path === 'medications.update')).toBe(true));
  fireEvent.click(screen.getByRole('link', { name: /^Go to\s*Ben/ }));
  await screen.findByRole('button', { name: /^Given: Metformin/ });
  resolve(metformin({ version: 2 }));

  expect(await screen.findByText('The details were saved')).toBeTruthy();
  expect(window.location.pathname).toBe(`/grace/p/${benId}/`);
});
