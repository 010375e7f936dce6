import type { SessionOutcome } from './outcome.ts';
import type { Confidence, PauseReason, SpeakingPhase } from './states.ts';
import type { StopReason } from './stop-reasons.ts';

/** An option as the events carry it. */
export interface EventOption {
  id: string;
  label: string;
  description: string;
  isNothing: boolean;
}

/** A seat as the events carry it. */
export interface EventSeat {
  id: string;
  position: number;
  personaCode: string;
  name: string;
  job: string;
  isAdversarial: boolean;
  baseWeight: number;
  reason: string;
  model: string | null;
}

/** A seat in a round. */
interface SeatInRound {
  seatId: string;
  round: number;
  phase: SpeakingPhase;
}

/** What can happen in a session, by type; texts of contributions are read from their own table. */
export interface EventData {
  session_created: {
    capUsd: string;
    maxRounds: number;
    /** Of a what-if: the session that it begins from, and the last round that it takes over. */
    forkedFrom?: { sessionId: string; round: number };
  };
  decomposition_proposed: { subQuestions: string[]; options: EventOption[] };
  decomposition_approved: { subQuestions: string[]; options: EventOption[] };
  panel_proposed: { seats: EventSeat[] };
  panel_locked: { seats: EventSeat[] };
  round_started: { round: number; phase: SpeakingPhase };
  seat_thinking: SeatInRound & { attempt: number };
  /** The first of its answer has come; the words are shown once they are whole. */
  seat_streaming: SeatInRound & { attempt: number };
  seat_spoke: SeatInRound & {
    contributionId: string;
    optionId: string;
    confidence: Confidence;
    isNovel: boolean;
    question: string;
  };
  seat_abstained: SeatInRound & { contributionId: string; reason: string };
  moderator_intervened: { round: number; seatId: string; rule: string; words: string };
  answers_awaited: { until: string };
  owner_said: { factId: string; round: number; text: string; answersId: string | null };
  round_ended: { round: number; stop: StopReason | null; words: string; agreement: number };
  voting_started: Record<string, never>;
  /** Votes are blind: what they say is in `votes_revealed`. */
  seat_voting: { seatId: string };
  seat_voted: { seatId: string };
  votes_revealed: {
    ballots: {
      seatId: string;
      optionId: string | null;
      confidence: number | null;
      isAbstention: boolean;
      wasAskedAgain: boolean;
    }[];
    outcome: SessionOutcome;
  };
  baseline_answered: { optionId: string | null; text: string };
  memo_written: { memoId: string };
  cost_settled: { step: string; cost: string; tokens: number; isPriced: boolean };
  cap_changed: { capUsd: string };
  session_paused: { reason: PauseReason; words: string };
  session_resumed: Record<string, never>;
  session_completed: Record<string, never>;
  session_failed: { reason: string };
  session_killed: { reason: string };
}

export type EventType = keyof EventData;

/** One entry of the log of a session. */
export type SessionEvent = {
  [Type in EventType]: {
    v: 1;
    sessionId: string;
    /** Counts from 1 without gaps. */
    seq: number;
    at: Date;
    type: Type;
    data: EventData[Type];
  };
}[EventType];

/** What is to be written down; the log adds when, and in which order. */
export type NewEvent = { [Type in EventType]: { type: Type; data: EventData[Type] } }[EventType];

/** What happened in another session, and when. */
export type PastEvent = NewEvent & { at: Date };

// Named once more for the check of the table; the compiler keeps both lists the same.
const everyType: Record<EventType, true> = {
  session_created: true,
  decomposition_proposed: true,
  decomposition_approved: true,
  panel_proposed: true,
  panel_locked: true,
  round_started: true,
  seat_thinking: true,
  seat_streaming: true,
  seat_spoke: true,
  seat_abstained: true,
  moderator_intervened: true,
  answers_awaited: true,
  owner_said: true,
  round_ended: true,
  voting_started: true,
  seat_voting: true,
  seat_voted: true,
  votes_revealed: true,
  baseline_answered: true,
  memo_written: true,
  cost_settled: true,
  cap_changed: true,
  session_paused: true,
  session_resumed: true,
  session_completed: true,
  session_failed: true,
  session_killed: true,
};

export const eventTypes = Object.keys(everyType) as [EventType, ...EventType[]];
