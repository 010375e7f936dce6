import { AppError } from '@commons/api';
import type { EventData, PastEvent, SessionEvent } from '../../deliberation/event.ts';

/**
 * What a what-if takes over of a log, at the time at which it was: who spoke in which round, what the moderator and the owner said, and how
 * rounds ended.
 */
export function takenOver(log: readonly SessionEvent[], round: number): PastEvent[] {
  return log.flatMap(({ type, data, at }): PastEvent[] => {
    const event = { type, data, at } as PastEvent;
    switch (event.type) {
      case 'round_started':
      case 'seat_spoke':
      case 'seat_abstained':
      case 'moderator_intervened':
        return event.data.round <= round ? [event] : [];
      case 'owner_said':
        // The next round would have heard it, and only one thing is to differ.
        return event.data.round <= round + 1 ? [event] : [];
      case 'round_ended':
        // How the last one ends follows from the rounds that the what-if has left.
        return event.data.round < round ? [event] : [];
      default:
        return [];
    }
  });
}

/** Who sat at the table, if this round of the log has ended; round 0 ends when the panel is fixed. */
export function panelAt(log: readonly SessionEvent[], round: number): EventData['panel_locked'] {
  const locked = log.findLast(({ type }) => type === 'panel_locked');
  if (!locked) {
    throw new AppError('CONFLICT', {
      message: 'This session ended before its panel had begun. Begin a new one instead.',
    });
  }
  const ended = log.some((event) => event.type === 'round_ended' && event.data.round === round);
  if (round > 0 && !ended) {
    throw new AppError('BAD_INPUT', { fields: { round: ['This round has not ended. Choose another one.'] } });
  }
  return locked.data as EventData['panel_locked'];
}
