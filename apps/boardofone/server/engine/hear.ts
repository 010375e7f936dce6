import { anonymise, type Identity, speakerLabel } from '../../debate/anonymise.ts';
import { labelsFor, relabel } from '../../debate/relabel.ts';
import { promptSeed, shuffle } from '../../debate/shuffle.ts';
import type { NamedOption } from '../../prompts/material.ts';
import type { HeardPosition } from '../../prompts/position.ts';
import type { LockedSession } from './lock-session.ts';
import type { Contribution, Seat } from './read-table.ts';

/** What a seat is shown of the round before: labels in place of names, in an order of its own. */
export interface Heard {
  positions: HeardPosition[];
  /** The seats behind the labels, in their order. */
  speakerOrder: string[];
}

interface Room {
  session: Pick<LockedSession, 'seed'>;
  panel: readonly Seat[];
  options: readonly NamedOption[];
}

/** The positions of a round as `listener` hears them in the next. */
export function hear(
  said: readonly Contribution[],
  listener: Pick<Seat, 'id' | 'position'> & { round: number },
  { session, panel, options }: Room,
): Heard {
  const spoken = said.filter(({ isAbstention }) => !isAbstention);
  const seed = promptSeed(session.seed, listener.round, listener.position);
  const speakerOrder = shuffle(
    spoken.map(({ seatId }) => seatId),
    seed,
  );
  const identities: Identity[] = panel.map(({ id, name, personaCode }) => ({
    seatId: id,
    name,
    code: personaCode,
  }));
  // Whoever spoke had heard others under labels of its own.
  const labelOf = labelsFor(listener.id, speakerOrder);
  const unnamed = (text: string, author: Contribution) =>
    anonymise(relabel(text, author.speakerOrder, labelOf), identities, speakerOrder);
  const positions = speakerOrder.flatMap((seatId) => {
    const one = spoken.find((contribution) => contribution.seatId === seatId);
    if (!one) return [];
    return {
      label: speakerLabel(speakerOrder, seatId),
      option: options.find(({ id }) => id === one.optionId)?.key ?? '',
      confidence: one.confidence ?? '',
      argument: unnamed(one.content, one),
      dealbreaker: unnamed(one.dealbreaker, one),
    };
  });
  return { positions, speakerOrder };
}
