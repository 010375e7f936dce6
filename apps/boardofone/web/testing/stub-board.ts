import { renderWholeApp, type StubbedProcedure, stubProcedures } from '@commons/ui/testing';
import { createElement } from 'react';
import type { SessionEvent } from '../../deliberation/event.ts';
import { sessionId } from '../../deliberation/testing/sample-log.ts';
import { type Contribution, client, type Memo, type Session } from '../client.ts';
import { Pages } from '../pages.tsx';

export const session: Session = {
  id: sessionId,
  problem: 'Should we open a second bakery or extend the one we have?',
  context: '',
  constraints: '',
  decideBy: null,
  reversibility: 'unknown',
  status: 'active',
  phase: 'deliberation',
  waitsFor: null,
  roundNumber: 2,
  maxRounds: 2,
  seatsWanted: 3,
  answerWaitSeconds: 0,
  capUsd: '1.0000',
  totalCost: '0',
  totalTokens: 0,
  lastSeq: 0,
  killReason: null,
  version: 1,
  createdAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  isRehearsal: null,
};

/** What a seat said, as the server hands it out. */
export function contribution(id: string, more: Partial<Contribution> = {}): Contribution {
  const [seatId = '', round = '1'] = id.split('-');
  return {
    id,
    seatId,
    roundNumber: Number(round),
    phase: round === '1' ? 'initial_round' : 'deliberation',
    isAbstention: false,
    abstainReason: null,
    content: `What ${seatId} argues in round ${round}.`,
    optionId: 'open',
    confidence: 'medium',
    dealbreaker: '',
    statements: [],
    isNovel: round === '1',
    question: '',
    cost: '0.00200000',
    tokens: 100,
    model: 'test',
    promptHash: 'ab12',
    speakerOrder: [],
    createdAt: '2026-11-21T10:00:00.000Z',
    ...more,
  };
}

export const memo: Memo = {
  id: 'memo-1',
  createdAt: '2026-11-21T10:05:00.000Z',
  body: {
    recommendation: [{ text: 'Nothing is recommended.', contributionIds: ['zara-1', 'ines-2'] }],
    why: [],
    alternatives: [],
    risks: [{ text: 'The rent may rise.', contributionIds: ['of-another-session'] }],
    killCriteria: [],
    nextStep: [{ text: 'Count the queue for a week.', contributionIds: [] }],
    unresolved: [],
  },
  minority: [
    {
      optionId: 'nothing',
      seatIds: ['milo'],
      contributionId: 'milo-1',
      quote: 'Speaker A forgets the rent.',
      dealbreakers: ['If the rent were half.'],
    },
  ],
  baseline: {
    single: { optionId: 'extend', text: 'Extend it.', cost: '0.00100000' },
    firstRound: { optionIds: ['open'], cost: '0.00400000' },
    final: { optionId: null, cost: '0.00900000' },
    hasChanged: false,
    words: 'The debate changed nothing.',
  },
};

const saidIn = (event: SessionEvent): Contribution[] =>
  event.type === 'seat_spoke' || event.type === 'seat_abstained'
    ? [contribution(event.data.contributionId, { isAbstention: event.type === 'seat_abstained' })]
    : [];

/** Stands in for the board’s server with a session whose log a test may add to. Returns the calls as they come in. */
export function stubBoard(log: readonly SessionEvent[], procedures: Record<string, StubbedProcedure> = {}) {
  const events: StubbedProcedure =
    procedures['room.events'] ??
    (({ after = 0 }: { after?: number }) => log.filter(({ seq }) => seq > after));
  return stubProcedures('boardofone', {
    'account.mine': () => ({ model: { provider: 'offline', model: 'rehearsal', offline: true } }),
    'sessions.byId': () => session,
    'room.events': events,
    'room.start': async (input) => ({ checkpoint: null, events: await events(input) }),
    'room.contributions': () => log.flatMap(saidIn),
    'outcomes.bySession': () => null,
    'forks.bySession': () => ({ origin: null, forks: [] }),
    'followUps.list': () => ({ items: [], leftUsd: '0.98000000' }),
    ...procedures,
  });
}

export const open = (path: string) =>
  renderWholeApp(createElement(Pages), {
    name: 'boardofone',
    title: 'Board of One',
    client,
    at: `/boardofone${path}`,
  });
