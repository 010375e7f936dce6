// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { logOf, sessionId, wholeSession } from '../../deliberation/testing/sample-log.ts';
import type { FollowUp } from '../client.ts';
import { memo, open, session, stubBoard } from '../testing/stub-board.ts';

const followUp = (more: Partial<FollowUp> = {}): FollowUp => ({
  id: 'question-1',
  sessionId,
  seatId: 'zara',
  question: 'And if the rent rises?',
  status: 'answered',
  answer: 'Only if it rises above 3,000.',
  failure: null,
  cost: '0.00100000',
  model: 'claude-haiku-4-5',
  createdAt: '2026-11-21T10:10:00.000Z',
  answeredAt: '2026-11-21T10:11:00.000Z',
  ...more,
});

/** The memo of a session that is complete, with these questions after it. */
async function openAfterwards(
  items: FollowUp[] | (() => { items: FollowUp[]; leftUsd: string }),
  procedures: Parameters<typeof stubBoard>[1] = {},
) {
  const list = typeof items === 'function' ? items : () => ({ items, leftUsd: '0.98000000' });
  const calls = stubBoard(logOf(...wholeSession), {
    'room.memo': () => memo,
    'sessions.byId': () => ({ ...session, status: 'completed' as const }),
    'followUps.list': list,
    ...procedures,
  });
  open(`/sessions/${sessionId}/memo`);
  return { calls, section: within(await screen.findByRole('region', { name: 'Ask afterwards' })) };
}

describe('questions after the end', () => {
  it('are asked of the chair or a seat, and a question survives that it is refused', async () => {
    const { calls, section } = await openAfterwards([], {
      'followUps.ask': () => {
        throw new Refusal('RATE_LIMITED');
      },
    });
    fireEvent.click(await section.findByRole('button', { name: 'Ask' }));
    expect(section.getByText('Write a question.')).toBeTruthy();
    const question = section.getByLabelText<HTMLTextAreaElement>('Your question');
    fireEvent.change(question, { target: { value: 'Why?' } });
    fireEvent.change(section.getByLabelText('Who is to answer'), { target: { value: 'zara' } });
    for (let times = 0; times < 2; times += 1) {
      fireEvent.click(section.getByRole('button', { name: 'Ask' }));
      await waitFor(() =>
        expect(calls.filter(({ path }) => path === 'followUps.ask')).toHaveLength(times + 1),
      );
      await section.findByRole('alert');
    }
    const asked = calls.filter(({ path }) => path === 'followUps.ask').map(({ input }) => input);

    expect(question.value).toBe('Why?');
    expect(asked[0]).toMatchObject({ sessionId, seatId: 'zara', question: 'Why?' });
    expect(asked[1]).toEqual(asked[0]);
  });

  it('are another question once they are changed, or asked of somebody else', async () => {
    const { calls, section } = await openAfterwards([], {
      'followUps.ask': () => {
        throw new Refusal('INTERNAL');
      },
    });
    const question = await section.findByLabelText<HTMLTextAreaElement>('Your question');
    const ask = async (times: number) => {
      fireEvent.click(section.getByRole('button', { name: 'Ask' }));
      await waitFor(() => expect(calls.filter(({ path }) => path === 'followUps.ask')).toHaveLength(times));
      await section.findByRole('alert');
    };
    fireEvent.change(question, { target: { value: 'Why?' } });
    await ask(1);
    fireEvent.change(question, { target: { value: 'Why now?' } });
    await ask(2);
    fireEvent.change(section.getByLabelText('Who is to answer'), { target: { value: 'zara' } });
    await ask(3);
    const asked = calls
      .filter(({ path }) => path === 'followUps.ask')
      .map(({ input }) => input as { id: string });

    expect(new Set(asked.map(({ id }) => id)).size).toBe(3);
    expect(question.value).toBe('Why now?');
  });

  it('show who answered, by which model and for how much', async () => {
    const { section } = await openAfterwards([followUp()]);

    expect(await section.findByText('Only if it rises above 3,000.')).toBeTruthy();
    expect(section.getByText(/^Zara Morales, answered/).textContent).toContain('claude-haiku-4-5 · $0.0010');
  });

  it('say that they wait, and why there is no answer, with the way to ask again', async () => {
    const { calls, section } = await openAfterwards(
      [
        followUp({ status: 'asked', answer: '', answeredAt: null }),
        followUp({ id: 'question-2', seatId: null, status: 'failed', failure: 'cost_cap', answer: '' }),
      ],
      { 'followUps.retry': () => followUp() },
    );
    expect(await section.findByText(/Zara Morales has your question/)).toBeTruthy();
    expect(section.getByText(/does not cover another answer/)).toBeTruthy();
    fireEvent.click(section.getByRole('button', { name: 'Ask again' }));

    await waitFor(() =>
      expect(calls.find(({ path }) => path === 'followUps.retry')?.input).toEqual({ id: 'question-2' }),
    );
  });

  it('say so when they cannot be read, and are read again', async () => {
    let isBroken = true;
    const { section } = await openAfterwards(() => {
      if (isBroken) throw new Refusal('INTERNAL');
      return { items: [followUp()], leftUsd: '0' };
    });
    const again = await section.findByRole('button', { name: 'Try again' });
    isBroken = false;
    fireEvent.click(again);

    expect(await section.findByText('Only if it rises above 3,000.')).toBeTruthy();
  });
});
