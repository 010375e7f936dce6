import { SessionRecord } from '../schemas.ts';

const uuid = (n: number) => `019aa5c0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const hash = 'ab'.repeat(32);
const moment = '2026-11-21T10:00:00.000Z';
const [zara, milo, open, nothing, zaraSaid, miloSaid] = [1, 2, 3, 4, 5, 6].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const seat = (id: string, position: number, name: string, isAdversarial: boolean) => ({
  id,
  position,
  personaCode: `seat_${position}`,
  personaVersion: 1,
  name,
  job: 'Weighs it',
  isAdversarial,
  baseWeight: 1,
  reason: 'It fits.',
  model: null,
});

const said = (id: string, seatId: string, optionId: string, content: string) => ({
  id,
  seatId,
  roundNumber: 1,
  phase: 'initial_round',
  isAbstention: false,
  abstainReason: null,
  content,
  optionId,
  confidence: 'medium',
  dealbreaker: '',
  statements: [],
  isNovel: true,
  question: '',
  cost: '0.00200000',
  tokens: 100,
  model: 'test',
  promptHash: hash,
  speakerOrder: [],
});

/** A small record that is whole: two seats, of which one lost. */
export const sampleRecord: SessionRecord = SessionRecord.parse({
  format: 'commons.boardofone.session',
  version: 3,
  exportedAt: moment,
  session: {
    id: uuid(9),
    problem: 'Do we open a second bakery?',
    context: '',
    constraints: '',
    decideBy: null,
    reversibility: 'costly',
    status: 'completed',
    phase: 'complete',
    roundNumber: 1,
    maxRounds: 0,
    stopReason: 'max_rounds',
    killReason: null,
    capUsd: '1.0000',
    totalCost: '0.00400000',
    totalTokens: 200,
    seed: 7,
    subQuestions: ['Is there demand?'],
    createdAt: moment,
    forkedFrom: null,
  },
  options: [
    { id: open, label: 'Open it', description: '', isNothing: false },
    { id: nothing, label: 'Do nothing', description: '', isNothing: true },
  ],
  panel: [seat(zara, 1, 'Zara Morales', false), seat(milo, 2, 'Milo Brandt', true)],
  contributions: [
    said(zaraSaid, zara, open, 'It sells out by eleven.'),
    said(miloSaid, milo, nothing, 'The rent eats it.'),
  ],
  ownerFacts: [],
  votes: [],
  outcome: {
    kind: 'split',
    optionId: null,
    rules: [
      { rule: 'plurality', winners: [open, nothing], tally: { [open]: 1, [nothing]: 1 }, words: 'A tie.' },
    ],
    cycle: null,
    support: 0.5,
    participation: 1,
    words: 'Split: a tie.',
  },
  memo: {
    id: uuid(10),
    createdAt: moment,
    body: {
      recommendation: [{ text: 'Nothing is recommended.', contributionIds: [zaraSaid, miloSaid] }],
      why: [],
      alternatives: [],
      risks: [{ text: 'The rent may rise.', contributionIds: [] }],
      killCriteria: [],
      nextStep: [],
      unresolved: [],
    },
    minority: [
      {
        optionId: nothing,
        seatIds: [milo],
        contributionId: miloSaid,
        quote: 'The rent eats it.',
        dealbreakers: ['If the rent were half.'],
      },
    ],
    baseline: {
      single: { optionId: open, text: 'Open it.', cost: '0.00100000' },
      firstRound: { optionIds: [open, nothing], cost: '0.00400000' },
      final: { optionId: null, cost: '0.00400000' },
      hasChanged: false,
      words: 'The debate changed nothing.',
    },
  },
  calls: [],
  followUps: [],
  events: [
    { v: 1, seq: 1, at: moment, type: 'session_created', data: { capUsd: '1.0000', maxRounds: 0 } },
    { v: 1, seq: 2, at: moment, type: 'session_completed', data: {} },
  ],
});
