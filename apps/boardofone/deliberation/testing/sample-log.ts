import type { EventSeat, NewEvent, SessionEvent } from '../event.ts';

export const sessionId = '019aa5c0-0000-7000-8000-000000000001';
const started = Date.parse('2026-11-21T10:00:00.000Z');

/** These events as a log: numbered from 1, a second apart. */
export function logOf(...happened: NewEvent[]): SessionEvent[] {
  return happened.map(
    (event, index) =>
      ({
        ...event,
        v: 1,
        sessionId,
        seq: index + 1,
        at: new Date(started + index * 1_000),
      }) as SessionEvent,
  );
}

const seat = (id: string, position: number, name: string, isAdversarial = false): EventSeat => ({
  id,
  position,
  personaCode: id,
  name,
  job: `Looks at it as ${name}`,
  isAdversarial,
  baseWeight: 1,
  reason: 'It is about bread.',
  model: null,
});

const seats = [
  seat('zara', 1, 'Zara Morales'),
  seat('milo', 2, 'Milo Brandt', true),
  seat('ines', 3, 'Ines Okoro'),
];

const options = [
  { id: 'open', label: 'Open a second bakery', description: '', isNothing: false },
  { id: 'extend', label: 'Extend the one we have', description: '', isNothing: false },
  { id: 'nothing', label: 'Do nothing', description: '', isNothing: true },
];

type Said = Partial<Extract<NewEvent, { type: 'seat_spoke' }>['data']>;

export const spoke = (seatId: string, round: number, optionId: string, more: Said = {}): NewEvent => ({
  type: 'seat_spoke',
  data: {
    seatId,
    round,
    phase: round === 1 ? 'initial_round' : 'deliberation',
    contributionId: `${seatId}-${round}`,
    optionId,
    confidence: 'medium',
    isNovel: round === 1,
    question: '',
    ...more,
  },
});

export const thinking = (seatId: string, round: number): NewEvent => ({
  type: 'seat_thinking',
  data: { seatId, round, phase: round === 1 ? 'initial_round' : 'deliberation', attempt: 1 },
});

export const cost = (usd: string, isPriced = true): NewEvent => ({
  type: 'cost_settled',
  data: { step: 'position:1:zara', cost: usd, tokens: 100, isPriced },
});

/** Up to the start of the blind round. */
export const seated: NewEvent[] = [
  { type: 'session_created', data: { capUsd: '1.0000', maxRounds: 2 } },
  { type: 'decomposition_proposed', data: { subQuestions: ['Is there demand?'], options } },
  { type: 'decomposition_approved', data: { subQuestions: ['Is there demand?'], options } },
  { type: 'panel_proposed', data: { seats } },
  { type: 'panel_locked', data: { seats } },
  { type: 'round_started', data: { round: 1, phase: 'initial_round' } },
];

/** The blind round over, and the second begun: one seat thinks, one has moved, one is still to come. */
export const inSecondRound: NewEvent[] = [
  ...seated,
  ...seats.map(({ id }) => thinking(id, 1)),
  spoke('zara', 1, 'open', { confidence: 'high' }),
  cost('0.00210000'),
  spoke('milo', 1, 'nothing', { question: 'How long is the lease?' }),
  cost('0.00190000'),
  spoke('ines', 1, 'extend'),
  {
    type: 'round_ended',
    data: { round: 1, stop: null, words: 'Positions still move, and a round is left.', agreement: 1 / 3 },
  },
  {
    type: 'moderator_intervened',
    data: { round: 2, seatId: 'ines', rule: 'novelty', words: 'Bring an argument that nobody has brought.' },
  },
  { type: 'round_started', data: { round: 2, phase: 'deliberation' } },
  thinking('zara', 2),
  thinking('ines', 2),
  spoke('ines', 2, 'open'),
];

/** Two rounds, votes that the rules count differently and go round in a circle, and a memo. */
export const wholeSession: NewEvent[] = [
  ...inSecondRound,
  spoke('zara', 2, 'open', { confidence: 'high' }),
  {
    type: 'seat_abstained',
    data: {
      seatId: 'milo',
      round: 2,
      phase: 'deliberation',
      contributionId: 'milo-2',
      reason: 'MODEL_TIMEOUT',
    },
  },
  {
    type: 'owner_said',
    data: { factId: 'fact-1', round: 3, text: 'The lease runs until May.', answersId: 'milo-1' },
  },
  {
    type: 'round_ended',
    data: { round: 2, stop: 'stability', words: 'Nobody changed their first choice.', agreement: 1 },
  },
  { type: 'voting_started', data: {} },
  ...seats.map(({ id }): NewEvent => ({ type: 'seat_voting', data: { seatId: id } })),
  ...seats.map(({ id }): NewEvent => ({ type: 'seat_voted', data: { seatId: id } })),
  {
    type: 'votes_revealed',
    data: {
      ballots: [
        { seatId: 'zara', optionId: 'open', confidence: 0.9, isAbstention: false, wasAskedAgain: false },
        { seatId: 'milo', optionId: 'nothing', confidence: 0.5, isAbstention: false, wasAskedAgain: true },
        { seatId: 'ines', optionId: 'open', confidence: 0.7, isAbstention: false, wasAskedAgain: false },
      ],
      outcome: {
        kind: 'contested',
        optionId: null,
        rules: [
          {
            rule: 'plurality',
            winners: ['open'],
            tally: { open: 2, extend: 0, nothing: 1 },
            words: '“Open a second bakery” is the first choice of 2 of 3 seats.',
          },
          {
            rule: 'approval',
            winners: ['extend', 'nothing'],
            tally: { open: 2, extend: 3, nothing: 3 },
            words: 'A tie.',
          },
        ],
        cycle: ['open', 'extend', 'nothing'],
        support: 2 / 3,
        participation: 1,
        words: 'Contested: it depends on how the votes are counted. The decision is yours.',
      },
    },
  },
  { type: 'baseline_answered', data: { optionId: 'extend', text: 'Extend it.' } },
  { type: 'memo_written', data: { memoId: 'memo-1' } },
  { type: 'session_completed', data: {} },
];
