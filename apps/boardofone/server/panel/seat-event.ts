import type { EventSeat } from '../../deliberation/event.ts';
import type { Seat } from '../engine/read-table.ts';

/** A seat as the log carries it. */
export const seatEvent = (seat: Seat): EventSeat => ({
  id: seat.id,
  position: seat.position,
  personaCode: seat.personaCode,
  name: seat.name,
  job: seat.job,
  isAdversarial: seat.isAdversarial,
  baseWeight: Number(seat.baseWeight),
  reason: seat.reason,
  model: seat.model,
});
