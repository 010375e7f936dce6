import { dollars } from '../money/dollars.ts';
import type { ForkChange } from './fork-change.ts';

/** What a what-if does otherwise, in words. */
export function changeWords(change: ForkChange): string {
  switch (change.kind) {
    case 'assumption':
      return `What if: “${change.text}”`;
    case 'cap':
      return `What if at most ${dollars(change.capUsd)} may be spent`;
    case 'rounds':
      return change.maxRounds === 1
        ? 'What if there is one round after the blind one'
        : `What if there are ${change.maxRounds} rounds after the blind one`;
    case 'panel':
      return 'What if another panel decides';
  }
}

/** The rounds that a what-if took over, in words. */
export function roundWords(round: number): string {
  if (round === 0) return 'Its questions and options are';
  return round === 1 ? 'Round 1 is' : `Rounds 1 to ${round} are`;
}
