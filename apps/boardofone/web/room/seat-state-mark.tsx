import {
  IconCheck,
  IconDots,
  IconHourglassEmpty,
  IconMailForward,
  IconMessage,
  IconPlayerPause,
  IconWriting,
  IconX,
} from '@tabler/icons-react';
import type { SeatState } from '../../deliberation/view.ts';
import classes from './seat-state-mark.module.css';
import { stateLabels } from './words.ts';

const icons: Record<SeatState, typeof IconCheck> = {
  waiting: IconPlayerPause,
  queued: IconHourglassEmpty,
  thinking: IconDots,
  streaming: IconWriting,
  done: IconMessage,
  abstained: IconX,
  voting: IconMailForward,
  voted: IconCheck,
};

const busy: readonly SeatState[] = ['thinking', 'streaming', 'voting'];

/** What a seat is doing, as a sign and a word. */
export function SeatStateMark({ state, isOver }: { state: SeatState; isOver: boolean }) {
  const Icon = icons[state];
  return (
    <span className={classes.state} data-busy={busy.includes(state) || undefined}>
      <Icon size={15} stroke={2} aria-hidden="true" />
      {isOver && state === 'waiting' ? 'Did not come to it' : stateLabels[state]}
    </span>
  );
}
