// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { inSecondRound, logOf, sessionId, wholeSession } from '../../deliberation/testing/sample-log.ts';
import type { Comparison } from '../client.ts';
import { open, session, stubBoard } from '../testing/stub-board.ts';

const openForm = (procedures: Parameters<typeof stubBoard>[1] = {}, search = '') => {
  const calls = stubBoard(logOf(...wholeSession), procedures);
  open(`/sessions/${sessionId}/what-if${search}`);
  return calls;
};
const begin = () => fireEvent.click(screen.getByRole('button', { name: 'Begin' }));

describe('the form of a what-if', () => {
  it('asks for what is assumed, and sends the same once more under the same id', async () => {
    const calls = openForm(
      {
        'forks.create': () => {
          throw new Refusal('INTERNAL_ERROR');
        },
      },
      '?round=2',
    );
    const field = await screen.findByLabelText('What is true');
    begin();
    expect(await screen.findByText('Write what is to be assumed.')).toBeTruthy();
    fireEvent.change(field, { target: { value: 'The rent is halved.' } });
    begin();
    await screen.findByRole('alert');
    begin();
    const sent = () => calls.filter(({ path }) => path === 'forks.create').map(({ input }) => input);
    await waitFor(() => expect(sent()).toHaveLength(2));

    expect(sent()[0]).toEqual(sent()[1]);
    expect(sent()[0]).toMatchObject({
      sessionId,
      round: 2,
      change: { kind: 'assumption', text: 'The rent is halved.' },
    });
  });

  it('begins before the first round with another panel', async () => {
    const calls = openForm({
      'forks.create': () => {
        throw new Refusal('INTERNAL_ERROR');
      },
    });
    const kind = await screen.findByLabelText('What is to be otherwise');
    fireEvent.change(kind, { target: { value: 'panel' } });
    expect(screen.queryByLabelText('From where on')).toBeNull();
    begin();
    await screen.findByRole('alert');

    expect(calls.find(({ path }) => path === 'forks.create')?.input).toMatchObject({
      round: 0,
      change: { kind: 'panel' },
    });
  });

  it('says what the server refuses', async () => {
    openForm({
      'forks.create': () => {
        throw new Refusal('FORBIDDEN', 'Your sessions of the month are used up.', { reason: 'TIER_LIMIT' });
      },
    });
    const kind = await screen.findByLabelText('What is to be otherwise');
    fireEvent.change(kind, { target: { value: 'rounds' } });
    fireEvent.change(screen.getByLabelText('Rounds after the blind one'), { target: { value: '99' } });
    begin();
    expect(await screen.findByText('Enter a whole number from 0 to 10.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Rounds after the blind one'), { target: { value: '3' } });
    begin();

    expect(await screen.findByText('Your sessions of the month are used up.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See what more there is' }).getAttribute('href')).toBe(
      '/boardofone/plan',
    );
  });

  it('has nothing to begin from while the session runs', async () => {
    stubBoard(logOf(...inSecondRound));
    open(`/sessions/${sessionId}/what-if`);

    expect(await screen.findByText('This session is not over')).toBeTruthy();
  });
});

const side = (id: string, optionId: string): Comparison['before'] => ({
  id,
  problem: session.problem,
  status: 'completed',
  capUsd: '1.0000',
  maxRounds: 2,
  totalCost: '0.01000000',
  isPriced: true,
  outcome: {
    kind: 'decided',
    optionId,
    rules: [{ rule: 'plurality', winners: [optionId], tally: { [optionId]: 1 }, words: 'So it is.' }],
    cycle: null,
    support: 1,
    participation: 1,
    words: 'Decided: so it is.',
  },
  options: [
    { id: `open-${id}`, label: 'Open' },
    { id: `wait-${id}`, label: 'Wait' },
  ],
  seats: [{ name: 'Zara Morales', personaCode: 'zara', optionId, hasVoted: true }],
  recommendation: ['Do it.'],
});

const compared: Comparison = {
  origin: {
    sessionId: 'before',
    round: 1,
    change: { kind: 'assumption', text: 'The rent is halved.' },
    earlierCost: '0.00500000',
  },
  before: side('before', 'wait-before'),
  after: side('after', 'open-after'),
};

describe('the comparison', () => {
  it('says in words what differs', async () => {
    stubBoard([], { 'forks.compare': () => compared });
    open(`/sessions/${sessionId}/compare`);
    const rules = within(await screen.findByRole('table', { name: 'The result by each rule' }));
    const votes = within(screen.getByRole('table', { name: 'Who voted for what' }));
    for (const table of [rules, votes]) {
      const [, row] = table.getAllByRole('row');
      expect(
        within(row as HTMLElement)
          .getAllByRole('cell')
          .map((cell) => cell.textContent),
      ).toEqual(['Wait', 'Open', 'Yes']);
    }
    expect(screen.getByText('What if: “The rent is halved.”')).toBeTruthy();
  });

  it('of a session that is no what-if offers one', async () => {
    stubBoard([], {
      'forks.compare': () => {
        throw new Refusal('NOT_FOUND');
      },
    });
    open(`/sessions/${sessionId}/compare`);

    expect(await screen.findByText('There is nothing to compare')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'What if…' }).getAttribute('href')).toContain('/what-if');
  });

  it('of a session that is not there, and of one that cannot be read, says so', async () => {
    stubBoard([], {
      'sessions.byId': () => {
        throw new Refusal('NOT_FOUND');
      },
      'forks.compare': () => {
        throw new Refusal('NOT_FOUND');
      },
    });
    open(`/sessions/${sessionId}/compare`);
    expect(await screen.findByText('Nothing here')).toBeTruthy();
  });
});
