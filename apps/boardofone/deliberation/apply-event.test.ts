import { expect, it } from 'vitest';
import { viewOf } from './apply-event.ts';
import type { NewEvent } from './event.ts';
import { inSecondRound, logOf, seated, spoke, thinking } from './testing/sample-log.ts';

it('comes to the same whether it is folded at once or on from any moment', () => {
  const log = logOf(...inSecondRound);
  for (let seq = 0; seq <= log.length; seq += 1)
    expect(viewOf(log.slice(seq), viewOf(log.slice(0, seq)))).toEqual(viewOf(log));
});

it('keeps who asked what, and why somebody said nothing', () => {
  const view = viewOf(
    logOf(...seated, spoke('milo', 1, 'open', { question: 'How long is the lease?' }), {
      type: 'seat_abstained',
      data: {
        seatId: 'zara',
        round: 1,
        phase: 'initial_round',
        contributionId: 'zara-1',
        reason: 'MODEL_TIMEOUT',
      },
    }),
  );

  expect(view.questions).toEqual([
    { seatId: 'milo', round: 1, contributionId: 'milo-1', text: 'How long is the lease?' },
  ]);
  expect(view.seats[0]).toMatchObject({
    state: 'abstained',
    silences: [{ round: 1, reason: 'MODEL_TIMEOUT', contributionId: 'zara-1' }],
  });
});

it('shows an abstention from the vote as one', () => {
  const ballot = { optionId: null, confidence: null, isAbstention: true, wasAskedAgain: true };
  const outcome = {
    kind: 'split' as const,
    optionId: null,
    rules: [],
    cycle: null,
    support: 0,
    participation: 0,
    words: 'Split.',
  };
  const view = viewOf(
    logOf(...seated, {
      type: 'votes_revealed',
      data: { ballots: [{ seatId: 'milo', ...ballot }], outcome },
    }),
  );

  expect(view.seats.map(({ state }) => state)).toEqual(['voted', 'abstained', 'voted']);
});

it('shows whose answer has begun, until it is there, breaks off or the session ends', () => {
  const begun: NewEvent = {
    type: 'seat_streaming',
    data: { seatId: 'zara', round: 1, phase: 'initial_round', attempt: 1 },
  };
  const stateAfter = (...events: NewEvent[]) =>
    viewOf(logOf(...seated, thinking('zara', 1), begun, ...events)).seats[0]?.state;

  expect(stateAfter()).toBe('streaming');
  expect(stateAfter(spoke('zara', 1, 'open'))).toBe('done');
  expect(stateAfter(thinking('zara', 1))).toBe('thinking');
  expect(stateAfter({ type: 'session_killed', data: { reason: 'Enough.' } })).toBe('waiting');
});
