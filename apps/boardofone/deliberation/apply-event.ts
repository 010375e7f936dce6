import { addUsd } from '../money/add-usd.ts';
import type { EventData, EventSeat, SessionEvent } from './event.ts';
import { emptyView, type QuestionView, type SeatState, type SeatView, type SessionView } from './view.ts';

/** The room after all these events, which are in order. */
export function viewOf(events: readonly SessionEvent[], from: SessionView = emptyView): SessionView {
  return events.reduce(applyEvent, from);
}

/** The room after one more event; the live page, a reload and the replay all see it through this. */
function applyEvent(view: SessionView, event: SessionEvent): SessionView {
  return { ...view, ...changeBy(view, event), seq: event.seq, at: event.at };
}

function changeBy(view: SessionView, event: SessionEvent): Partial<SessionView> {
  switch (event.type) {
    case 'session_created':
      return { ...event.data, forkedFrom: event.data.forkedFrom ?? null };
    case 'decomposition_proposed':
      return { ...event.data, waitsFor: 'approval' };
    case 'decomposition_approved':
      return { ...event.data, waitsFor: null, phase: 'panel_selection' };
    case 'panel_proposed':
      return { seats: newSeats(event.data.seats), waitsFor: 'panel' };
    case 'panel_locked':
      return { seats: newSeats(event.data.seats), waitsFor: null };
    case 'round_started':
      return { ...event.data, seats: inState(view, 'queued'), waitsFor: null, answersUntil: null };
    case 'seat_thinking':
      return { seats: oneSeat(view, event.data.seatId, { state: 'thinking' }) };
    case 'seat_streaming':
      return { seats: oneSeat(view, event.data.seatId, { state: 'streaming' }) };
    case 'seat_spoke':
      return { seats: seatsAfterSpeech(view, event.data), questions: questionsAfter(view, event.data) };
    case 'seat_abstained':
      return { seats: seatsAfterSilence(view, event.data) };
    case 'moderator_intervened':
      return { interventions: [...view.interventions, event.data] };
    case 'owner_said':
      return { ownerFacts: [...view.ownerFacts, event.data] };
    case 'round_ended':
      return { rounds: [...view.rounds, event.data] };
    case 'answers_awaited':
      return { waitsFor: 'answers', answersUntil: new Date(event.data.until) };
    case 'voting_started':
      return { phase: 'voting', waitsFor: null, seats: inState(view, 'queued') };
    case 'seat_voting':
      return { seats: oneSeat(view, event.data.seatId, { state: 'voting' }) };
    case 'seat_voted':
      return { seats: oneSeat(view, event.data.seatId, { state: 'voted' }) };
    case 'votes_revealed':
      return { ...event.data, phase: 'synthesis', seats: seatsAfterVote(view, event.data) };
    case 'baseline_answered':
      return { baselineOptionId: event.data.optionId };
    case 'memo_written':
      return { memoId: event.data.memoId };
    case 'cost_settled':
      return {
        cost: addUsd(view.cost, event.data.cost),
        tokens: view.tokens + event.data.tokens,
        isPriced: view.isPriced && event.data.isPriced,
      };
    case 'cap_changed':
      return { capUsd: event.data.capUsd };
    case 'session_paused':
      return { status: 'paused', pause: event.data };
    case 'session_resumed':
      return { status: 'active', pause: null };
    case 'session_completed':
      return { status: 'completed', phase: 'complete' };
    case 'session_failed':
      return { ...ended(view, event.data), status: 'failed' };
    case 'session_killed':
      return { ...ended(view, event.data), status: 'killed' };
  }
}

const newSeats = (seats: readonly EventSeat[]): SeatView[] =>
  seats.map((seat) => ({ ...seat, state: 'waiting', stances: [], silences: [] }));

const inState = ({ seats }: SessionView, state: SeatState): SeatView[] =>
  seats.map((seat) => ({ ...seat, state }));

const oneSeat = ({ seats }: SessionView, id: string, change: Partial<SeatView>): SeatView[] =>
  seats.map((seat) => (seat.id === id ? { ...seat, ...change } : seat));

function seatsAfterSpeech(view: SessionView, said: EventData['seat_spoke']): SeatView[] {
  const { seatId, round, optionId, confidence, isNovel, contributionId } = said;
  const stances = view.seats.find(({ id }) => id === seatId)?.stances ?? [];
  const stance = { round, optionId, confidence, isNovel, contributionId };
  return oneSeat(view, seatId, { state: 'done', stances: [...stances, stance] });
}

function questionsAfter({ questions }: SessionView, said: EventData['seat_spoke']): QuestionView[] {
  const { seatId, round, contributionId, question: text } = said;
  return text === '' ? questions : [...questions, { seatId, round, contributionId, text }];
}

function seatsAfterSilence(view: SessionView, kept: EventData['seat_abstained']): SeatView[] {
  const { seatId, round, reason, contributionId } = kept;
  const silences = view.seats.find(({ id }) => id === seatId)?.silences ?? [];
  return oneSeat(view, seatId, {
    state: 'abstained',
    silences: [...silences, { round, reason, contributionId }],
  });
}

function seatsAfterVote({ seats }: SessionView, { ballots }: EventData['votes_revealed']): SeatView[] {
  const silent = ballots.filter(({ isAbstention }) => isAbstention).map(({ seatId }) => seatId);
  return seats.map((seat) => ({ ...seat, state: silent.includes(seat.id) ? 'abstained' : 'voted' }));
}

/** Whoever was still at it is at it no more. */
function ended({ seats }: SessionView, { reason }: { reason: string }): Partial<SessionView> {
  const busy: readonly SeatState[] = ['queued', 'thinking', 'streaming', 'voting'];
  return {
    pause: null,
    waitsFor: null,
    answersUntil: null,
    endReason: reason,
    seats: seats.map((seat) => (busy.includes(seat.state) ? { ...seat, state: 'waiting' } : seat)),
  };
}
