import type { Confidence } from '../deliberation/states.ts';
import type { OptionId, SeatId } from './ballot.ts';

/** What a seat stood for at one time; null is an abstention. */
export interface SeatChoice {
  seatId: SeatId;
  optionId: OptionId | null;
  confidence: Confidence | null;
}

type Stand = Omit<SeatChoice, 'seatId'>;

/** How one seat went from its first choice to its final one. */
export interface SeatShift {
  seatId: SeatId;
  from: Stand;
  to: Stand;
  hasChanged: boolean;
}

/** How many went from one option to another; who stayed flows from an option to itself. */
export interface Flow {
  from: OptionId | null;
  to: OptionId | null;
  seatIds: SeatId[];
}

export interface Shift {
  seats: SeatShift[];
  flows: Flow[];
}

const absent: Stand = { optionId: null, confidence: null };

/** What became of each seat between its first and its final choice, in the order of the first ones. */
export function shiftOf(first: readonly SeatChoice[], final: readonly SeatChoice[]): Shift {
  const seatIds = [...new Set([...first, ...final].map(({ seatId }) => seatId))];
  const seats = seatIds.map((seatId) => {
    const from = standOf(seatId, first);
    const to = standOf(seatId, final);
    return { seatId, from, to, hasChanged: from.optionId !== to.optionId };
  });
  const flows: Flow[] = [];
  for (const { seatId, from, to } of seats) {
    const flow = flows.find((one) => one.from === from.optionId && one.to === to.optionId);
    if (flow) flow.seatIds.push(seatId);
    else flows.push({ from: from.optionId, to: to.optionId, seatIds: [seatId] });
  }
  return { seats, flows };
}

function standOf(seatId: SeatId, choices: readonly SeatChoice[]): Stand {
  const choice = choices.find((one) => one.seatId === seatId);
  return choice ? { optionId: choice.optionId, confidence: choice.confidence } : absent;
}
