// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { act, fireEvent, screen, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it, vi } from 'vitest';
import { logOf, sessionId, wholeSession } from '../../deliberation/testing/sample-log.ts';
import { contribution, open, stubBoard } from '../testing/stub-board.ts';

const log = logOf(...wholeSession);
const said = ['zara-1', 'milo-1', 'ines-1', 'zara-2', 'milo-2', 'ines-2'].map((id) => contribution(id));

/** Opens the replay and waits until it has read all that it ever will. */
async function openReplay() {
  const calls = stubBoard(log, { 'room.contributions': () => said });
  const { unmount } = open(`/sessions/${sessionId}/replay`);
  return { calls, unmount, range: await screen.findByRole<HTMLInputElement>('slider') };
}
const scrubTo = (range: HTMLInputElement, seq: number) =>
  fireEvent.change(range, { target: { value: String(seq) } });

/** The parts of the room that both pages have, as they read. */
const shown = () =>
  ['Stages', 'The panel', 'What happened', 'Contested'].map(
    (name) => screen.queryAllByLabelText(name).map(({ textContent }) => textContent)[0],
  );

describe('the replay', () => {
  it('asks nobody anything, wherever it is moved', async () => {
    const { calls, range } = await openReplay();
    const before = calls.length;
    for (let seq = log.length; seq > 0; seq -= 1) scrubTo(range, seq);
    scrubTo(range, 20);
    // However long it takes to get there.
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
    fireEvent.click(screen.getByRole('button', { name: /Zara Morales/ }));
    await screen.findByText('What zara argues in round 1.');

    expect(calls.slice(before)).toEqual([]);
  });

  it.each([7, 12, 18, 25, log.length])('shows moment %i as it was shown live', async (seq) => {
    const { range, unmount } = await openReplay();
    scrubTo(range, seq);
    const replayed = shown();
    unmount();
    stubBoard(log.slice(0, seq), { 'room.contributions': () => said });
    open(`/sessions/${sessionId}`);
    await screen.findByRole('region', { name: 'The panel' });

    // What was said is read once it is needed.
    await waitFor(() => expect(shown()).toEqual(replayed));
  });

  it('goes step by step, and says in words where it stands', async () => {
    const { range } = await openReplay();
    fireEvent.click(screen.getByRole('button', { name: 'To the end' }));
    expect(range.getAttribute('aria-valuetext')).toBe(
      `${log.length} of ${log.length}: The session is complete.`,
    );
    fireEvent.click(screen.getByRole('button', { name: 'One step back' }));
    expect(range.getAttribute('aria-valuetext')).toBe(
      `${log.length - 1} of ${log.length}: The memo is written.`,
    );
    fireEvent.click(screen.getByRole('button', { name: 'To the beginning' }));
    expect(range.value).toBe('1');
  });

  it('plays on by itself at the speed that was chosen, and stands at the end', async () => {
    const { range } = await openReplay();
    vi.useFakeTimers();
    try {
      fireEvent.click(screen.getByRole('button', { name: 'Play' }));
      act(() => vi.advanceTimersByTime(1_000));
      expect(range.value).toBe('2');
      fireEvent.click(within(screen.getByRole('radiogroup', { name: 'Speed' })).getByLabelText('8×'));
      act(() => vi.advanceTimersByTime(125));
      expect(range.value).toBe('3');
      for (const _ of log) act(() => vi.advanceTimersByTime(125));
      expect(range.value).toBe(String(log.length));
      expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
    } finally {
      vi.useRealTimers();
    }
  });
});
