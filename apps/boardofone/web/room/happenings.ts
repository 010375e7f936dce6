import type { SessionEvent } from '../../deliberation/event.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { dollars } from '../../money/dollars.ts';
import { optionLabel } from './option-key.ts';
import { confidenceLabels, ruleLabel, silenceLabel } from './words.ts';

/** Something that happened, in words, and who said it where somebody did. */
export interface Happening {
  seq: number;
  at: Date;
  who: 'board' | 'seat' | 'moderator' | 'owner';
  text: string;
}

/** What happened in a session, the newest first; what only moves a mark on a seat is left out. */
export function happenings(events: readonly SessionEvent[], view: SessionView): Happening[] {
  return events
    .flatMap((event) => {
      const said = wordsFor(event, view);
      return said ? [{ seq: event.seq, at: event.at, who: said[0], text: said[1] }] : [];
    })
    .toReversed();
}

function wordsFor(
  event: SessionEvent,
  { seats, options }: SessionView,
): [Happening['who'], string] | undefined {
  const nameOf = (id: string) => seats.find((seat) => seat.id === id)?.name ?? 'A seat';
  switch (event.type) {
    case 'session_created':
      return event.data.forkedFrom
        ? ['owner', 'You asked what if. What follows at first is taken over.']
        : ['owner', 'You put the decision before the board.'];
    case 'decomposition_proposed':
      return ['board', `The board proposed ${event.data.options.length} options.`];
    case 'decomposition_approved':
      return ['owner', `You approved ${event.data.options.length} options.`];
    case 'panel_proposed':
      return ['board', `A panel of ${event.data.seats.length} was proposed.`];
    case 'panel_locked':
      return ['owner', `You fixed the panel: ${names(event.data.seats.map(({ name }) => name))}.`];
    case 'round_started':
      return event.data.round === 1
        ? ['board', 'Round 1 began. Everybody speaks without hearing the others.']
        : ['board', `Round ${event.data.round} began. Everybody has read the others, without names.`];
    case 'seat_spoke': {
      const { seatId, optionId, confidence, isNovel, round } = event.data;
      const novel = round > 1 && isNovel ? ', with a new argument' : '';
      return [
        'seat',
        `${nameOf(seatId)}: “${optionLabel(options, optionId)}”, ${confidenceLabels[confidence]}${novel}.`,
      ];
    }
    case 'seat_abstained':
      return ['seat', `${nameOf(event.data.seatId)} abstained: ${silenceLabel(event.data.reason)}.`];
    case 'moderator_intervened': {
      const { seatId, rule, words } = event.data;
      return ['moderator', `To ${nameOf(seatId)}, because of ${ruleLabel(rule)}: ${words}`];
    }
    case 'answers_awaited':
      return ['board', 'The panel waits for your answers.'];
    case 'owner_said':
      return ['owner', `You told the panel: “${event.data.text}”`];
    case 'round_ended':
      return ['board', `Round ${event.data.round} ended. ${event.data.words}`];
    case 'voting_started':
      return ['board', 'Everybody votes, without seeing any other vote.'];
    case 'votes_revealed':
      return ['board', `The votes are shown. ${event.data.outcome.words}`];
    case 'baseline_answered':
      return ['board', 'One model alone was asked the same, for comparison.'];
    case 'memo_written':
      return ['board', 'The memo is written.'];
    case 'cap_changed':
      return ['owner', `You set the cap to ${dollars(event.data.capUsd)}.`];
    case 'session_paused':
      return ['board', `Paused. ${event.data.words}`];
    case 'session_resumed':
      return ['owner', 'You let it go on.'];
    case 'session_completed':
      return ['board', 'The session is complete.'];
    case 'session_failed':
      return ['board', `The session failed: ${event.data.reason}`];
    case 'session_killed':
      return ['owner', `You ended the session: ${event.data.reason}`];
    default:
      return undefined;
  }
}

const names = (all: readonly string[]): string => new Intl.ListFormat('en').format(all);
