import type { SeatId } from '../ballots/ballot.ts';
import { speakerLabel, speakerSeat } from './anonymise.ts';

/**
 * A contribution with its own labels replaced. Each prompt has an order of its own, so that "Speaker B" of one is not that
 * of another: `wordFor` says what a seat is called where the text is shown, which is another label or, on the page, a name.
 */
export function relabel(
  text: string,
  authorsOrder: readonly SeatId[],
  wordFor: (seatId: SeatId) => string,
): string {
  return text.replace(/(?<!\p{L})speaker\s+[a-z]{1,2}(?!\p{L})/giu, (label) => {
    const seatId = speakerSeat(authorsOrder, label.replace(/\s+/g, ' '));
    return seatId === undefined ? label : wordFor(seatId);
  });
}

/** What the labels of another prompt are to the reader of this one. */
export const labelsFor =
  (readerId: SeatId, readersOrder: readonly SeatId[]) =>
  (seatId: SeatId): string =>
    seatId === readerId ? 'you' : speakerLabel(readersOrder, seatId);
