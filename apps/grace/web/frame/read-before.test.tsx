// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import {
  act,
  fireEvent,
  lostConnection,
  Refusal,
  renderWholeApp,
  Stream,
  screen,
  waitFor,
} from '@commons/ui/testing';
import { describe, expect, it, vi } from 'vitest';
import { client } from '../client.ts';
import { OutboxProvider } from '../outbox/outbox-provider.tsx';
import { Pages } from '../pages.tsx';
import { margaret, margaretId, margaretsDay, metformin } from '../testing/margaret.ts';
import { stubGrace } from '../testing/stub-grace.ts';

vi.mock('idb-keyval', () => import('../testing/no-store.ts'));

const open = (path: string, procedures: Parameters<typeof stubGrace>[1]) => {
  const calls = stubGrace(margaret(), procedures);
  renderWholeApp(
    <OutboxProvider>
      <Pages />
    </OutboxProvider>,
    { name: 'grace', client, at: `/grace/p/${margaretId}${path}` },
  );
  return calls;
};
/** Somebody else has changed something: every page reads again. */
const somebodyChanges = () =>
  act(async () => Stream.opened.find(({ url }) => url.includes('changes.follow'))?.send({}));

/** Taps do nothing for a moment after the list has moved. */
const give = async (name: string) => {
  const button = await screen.findByRole('button', { name: new RegExp(`^Given: ${name}`) });
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(button);
};

describe('what could not be read again', () => {
  it.each([new Refusal('INTERNAL'), new Refusal('RATE_LIMITED'), lostConnection()])(
    'is not passed off as what there is to do now (%s)',
    async (failure) => {
      let isBroken = false;
      open('/', {
        'doses.today': () => {
          if (isBroken) throw failure;
          return margaretsDay();
        },
      });
      await screen.findByRole('button', { name: /^Given: Metformin/ });
      expect(screen.queryByRole('alert')).toBeNull();
      isBroken = true;
      await somebodyChanges();

      const alert = await screen.findByRole('alert');
      expect(alert.textContent).toMatch(
        /This was read at .* and could not be read again\. Somebody may have/,
      );
      expect(screen.getByRole('button', { name: /^Given: Metformin/ })).toBeTruthy();
      isBroken = false;
      fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    },
  );

  it('is said in front of a dose as needed, of which somebody may have given one', async () => {
    let isBroken = false;
    open('/', {
      'doses.today': () => {
        if (isBroken) throw new Refusal('INTERNAL');
        return margaretsDay();
      },
    });
    await screen.findByRole('button', { name: /^Record a dose of Paracetamol/ });
    isBroken = true;
    await somebodyChanges();
    await screen.findByRole('alert');
    fireEvent.click(screen.getByRole('button', { name: /^Record a dose of Paracetamol/ }));

    expect(await screen.findByText(/Somebody may have given a dose since: ask first/)).toBeTruthy();
  });

  it('is said once where a medicine is looked at, and nothing is said of a list that says so itself', async () => {
    let isBroken = false;
    open('/medications', {
      'medications.list': () => {
        if (isBroken) throw new Refusal('INTERNAL');
        return [metformin()];
      },
    });
    await screen.findByRole('link', { name: /Metformin/ });
    isBroken = true;
    await somebodyChanges();

    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
  });
});

describe('a part of a record that is closed to the reader by now', () => {
  it('is found out although nobody told the page', async () => {
    let hasEnded = false;
    open('/', {
      'profiles.list': () => (hasEnded ? [] : [margaret()]),
      'doses.today': () => {
        if (hasEnded) throw new Refusal('NOT_FOUND');
        return margaretsDay();
      },
      'doses.log': ({ id }: { id: string }) => {
        hasEnded = true;
        return { id, actualAt: new Date().toISOString() };
      },
    });
    await give('Metformin');

    expect(await screen.findByText('You no longer take part in the care of Margaret')).toBeTruthy();
  });
});

describe('somebody who was just added', () => {
  it('is not said to be closed to whoever added them where the list could not be read again', async () => {
    let reads = 0;
    stubGrace(margaret(), {
      'profiles.list': () => {
        reads += 1;
        if (reads > 1) throw new Refusal('INTERNAL');
        return [];
      },
      'profiles.create': () => margaret(),
    });
    renderWholeApp(
      <OutboxProvider>
        <Pages />
      </OutboxProvider>,
      { name: 'grace', client, at: '/grace/people/new' },
    );
    fireEvent.change(await screen.findByLabelText(/full name/i), { target: { value: 'Margaret Okafor' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));

    expect(await screen.findByText('That went wrong on our side')).toBeTruthy();
    expect(screen.queryByText('You do not have access to this person')).toBeNull();
  });
});
