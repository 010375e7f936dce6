import type { EventOption, EventSeat, SessionEvent } from './event.ts';
import type { SessionOutcome } from './outcome.ts';
import type { Confidence, PauseReason, Phase, Status, Wait } from './states.ts';
import type { StopReason } from './stop-reasons.ts';

/** What a seat is doing. */
export type SeatState =
  | 'waiting'
  | 'queued'
  | 'thinking'
  | 'streaming'
  | 'done'
  | 'abstained'
  | 'voting'
  | 'voted';

/** A seat as somebody in the room sees it. */
export interface SeatView extends EventSeat {
  state: SeatState;
  /** Where it stood after each round in which it spoke. */
  stances: {
    round: number;
    optionId: string;
    confidence: Confidence;
    isNovel: boolean;
    contributionId: string;
  }[];
  /** The rounds in which it said nothing, and why, in the vocabulary of models. */
  silences: { round: number; reason: string; contributionId: string }[];
}

/** Something that a seat asks the owner. */
export interface QuestionView {
  seatId: string;
  round: number;
  /** The contribution that asks. */
  contributionId: string;
  text: string;
}

/** Something that the moderator said to one seat. */
export interface Intervention {
  round: number;
  seatId: string;
  rule: string;
  words: string;
}

/** A round that is over, and what was made of it. */
export interface RoundView {
  round: number;
  stop: StopReason | null;
  words: string;
  agreement: number;
}

/** A session at one moment of its log. */
export interface SessionView {
  seq: number;
  at: Date | null;
  status: Status;
  phase: Phase;
  waitsFor: Wait | null;
  round: number;
  maxRounds: number;
  capUsd: string;
  /** Of a what-if: where it begins, and the last round that it takes over. */
  forkedFrom: { sessionId: string; round: number } | null;
  /** US dollars so far, with eight decimals. */
  cost: string;
  tokens: number;
  /** Whether every call so far had a listed price. */
  isPriced: boolean;
  subQuestions: string[];
  options: EventOption[];
  seats: SeatView[];
  rounds: RoundView[];
  interventions: Intervention[];
  questions: QuestionView[];
  /** When the wait for answers ends, while there is one. */
  answersUntil: Date | null;
  ownerFacts: { factId: string; round: number; text: string; answersId: string | null }[];
  ballots: Extract<SessionEvent, { type: 'votes_revealed' }>['data']['ballots'] | null;
  outcome: SessionOutcome | null;
  baselineOptionId: string | null | undefined;
  memoId: string | null;
  pause: { reason: PauseReason; words: string } | null;
  endReason: string | null;
}

/** A session of which nothing is known yet. */
export const emptyView: SessionView = {
  seq: 0,
  at: null,
  status: 'active',
  phase: 'problem_decomposition',
  waitsFor: null,
  round: 0,
  maxRounds: 0,
  capUsd: '0',
  forkedFrom: null,
  cost: '0.00000000',
  tokens: 0,
  isPriced: true,
  subQuestions: [],
  options: [],
  seats: [],
  rounds: [],
  interventions: [],
  questions: [],
  answersUntil: null,
  ownerFacts: [],
  ballots: null,
  outcome: null,
  baselineOptionId: undefined,
  memoId: null,
  pause: null,
  endReason: null,
};
