// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, waitFor } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { logOf, seated, sessionId } from '../../deliberation/testing/sample-log.ts';
import { open, session, stubBoard } from '../testing/stub-board.ts';

const proposed = logOf(...seated.slice(0, 2));
const openQuestions = (procedures: Parameters<typeof stubBoard>[1] = {}) => {
  const calls = stubBoard(proposed, procedures);
  return { calls, ...open(`/sessions/${sessionId}/questions`) };
};
const question = (number: number) => screen.findByLabelText<HTMLTextAreaElement>(`Question ${number}`);
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the questions and options', () => {
  it('stay as their owner has made them through a reload', async () => {
    const { unmount } = openQuestions();
    fireEvent.change(await question(1), { target: { value: 'Who would bake there?' } });
    await press('Add a question');
    fireEvent.change(await question(2), { target: { value: 'And when do they sleep?' } });
    unmount();
    openQuestions();

    expect((await question(1)).value).toBe('Who would bake there?');
    expect((await question(2)).value).toBe('And when do they sleep?');
    await press('Add a question');
    fireEvent.change(await question(3), { target: { value: 'Since when?' } });
    expect((await question(2)).value).toBe('And when do they sleep?');
  });

  it('go back to what was proposed when their owner asks for it', async () => {
    openQuestions();
    fireEvent.change(await question(1), { target: { value: 'Who would bake there?' } });
    await press('Back to what was proposed');

    expect((await question(1)).value).toBe('Is there demand?');
    expect(screen.queryByRole('button', { name: 'Back to what was proposed' })).toBeNull();
  });

  it('are a draft until they are approved, also when that fails', async () => {
    let isAway = true;
    const { calls, unmount } = openQuestions({
      'sessions.approve': () => {
        if (isAway) throw new Refusal('UNAVAILABLE');
        return { ...session, phase: 'panel_selection', version: 2 };
      },
    });
    fireEvent.change(await question(1), { target: { value: 'Who would bake there?' } });
    await press('Approve and choose the panel');
    await screen.findByRole('alert');
    expect((await question(1)).value).toBe('Who would bake there?');
    isAway = false;
    await press('Approve and choose the panel');
    await waitFor(() =>
      expect(calls.findLast(({ path }) => path === 'sessions.approve')?.input).toMatchObject({
        subQuestions: ['Who would bake there?'],
      }),
    );

    await waitFor(() => expect(screen.queryByLabelText('Question 1')).toBeNull());
    unmount();
    openQuestions();
    expect((await question(1)).value).toBe('Is there demand?');
  });
});
