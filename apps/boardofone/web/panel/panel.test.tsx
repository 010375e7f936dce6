// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, waitFor } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { logOf, seated, sessionId } from '../../deliberation/testing/sample-log.ts';
import type { Persona } from '../client.ts';
import { open, session, stubBoard } from '../testing/stub-board.ts';

const proposed = logOf(...seated.slice(0, 4));
const codes = proposed.flatMap((event) =>
  event.type === 'panel_proposed' ? event.data.seats.map(({ personaCode }) => personaCode) : [],
);
const persona = (code: string): Persona => ({
  code,
  version: 1,
  name: `Voice ${code}`,
  job: 'Asks',
  expertise: '',
  businessFunction: 'finance',
  temperament: 'calm',
  method: 'asking',
  lossFunction: 'Nobody asked.',
  keywords: [],
  adversarial: false,
  isMine: false,
  isArchived: false,
});

const openPanel = (personas: Persona[], procedures: Parameters<typeof stubBoard>[1] = {}) => {
  const calls = stubBoard(proposed, {
    'account.mine': () => ({ limits: { seatsMax: 7 }, model: { model: 'm', offline: false } }),
    'personas.list': () => personas,
    'panel.estimate': () => ({ words: 'About $0.10.' }),
    ...procedures,
  });
  return { calls, ...open(`/sessions/${sessionId}/panel`) };
};

describe('the panel', () => {
  it('shows every seat that it proposes, also of who is in the catalogue no longer', async () => {
    openPanel(codes.slice(1).map(persona));
    const gone = await screen.findByRole('button', { name: 'Remove Zara Morales' });

    expect(gone.closest('li')?.textContent).toContain('No longer in the catalogue');
    fireEvent.click(gone);
    expect(await screen.findByRole('heading', { name: `${codes.length - 1} seats` })).toBeTruthy();
  });

  it('says which voice no panel is offered any more', async () => {
    openPanel(codes.map((code, at) => ({ ...persona(code), isMine: at === 0, isArchived: at === 0 })));

    expect((await screen.findByText(/You have archived this voice/)).closest('li')?.textContent).toContain(
      `Voice ${codes[0]}`,
    );
  });

  it('tells no cost of another panel than the one that is shown', async () => {
    let isFirst = true;
    openPanel(codes.map(persona), {
      'panel.estimate': () => {
        if (!isFirst) return new Promise(() => {});
        isFirst = false;
        return { words: 'About $0.10.' };
      },
    });
    await screen.findByText('Estimate: About $0.10.');
    fireEvent.click(screen.getByRole('button', { name: `Remove Voice ${codes[0]}` }));

    await waitFor(() => expect(screen.queryByText('Estimate: About $0.10.')).toBeNull());
  });

  it('stays as its owner has made it through a reload, until they go back to what was proposed', async () => {
    const { unmount } = openPanel(codes.map(persona));
    fireEvent.click(await screen.findByRole('button', { name: `Remove Voice ${codes[0]}` }));
    unmount();
    openPanel(codes.map(persona));

    await screen.findByRole('heading', { name: `${codes.length - 1} seats` });
    fireEvent.click(screen.getByRole('button', { name: 'Back to what was proposed' }));
    expect(await screen.findByRole('heading', { name: `${codes.length} seats` })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back to what was proposed' })).toBeNull();
  });

  it('can be sent again after the session was changed on another device', async () => {
    let version = 1;
    const { calls } = openPanel(codes.map(persona), {
      'sessions.byId': () => ({ ...session, version }),
      'panel.start': (input: { version: number }) => {
        if (input.version !== version) throw new Refusal('STALE_VERSION');
        return { ...session, version };
      },
    });
    await screen.findByText('Estimate: About $0.10.');
    version = 2;
    const start = screen.getByRole('button', { name: 'Let them speak' });
    fireEvent.click(start);
    await screen.findByRole('alert');
    await waitFor(() => expect(start.hasAttribute('data-loading')).toBe(false));
    fireEvent.click(start);

    await waitFor(() =>
      expect(calls.filter(({ path }) => path === 'panel.start').map(({ input }) => input)).toMatchObject([
        { version: 1 },
        { version: 2 },
      ]),
    );
  });
});
