import { relabel } from '../../debate/relabel.ts';
import type { SessionView } from '../../deliberation/view.ts';
import type { Contribution } from '../client.ts';

/** What a seat said, with the names of those whom it knew by labels only. */
export function withNames(text: string, { speakerOrder }: Contribution, { seats }: SessionView): string {
  return relabel(text, speakerOrder, (id) => seats.find((seat) => seat.id === id)?.name ?? 'somebody');
}
