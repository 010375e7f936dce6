import { createContext, useContext } from 'react';
import type { DoseEntry } from './administrations.ts';
import type { AsNeeded, TodayDose } from './today-from.ts';
import type { Words } from './words.ts';

/** What somebody may do on this page; `canLog` is false for whoever may only look. */
export interface TodayHandlers {
  canLog: boolean;
  words: Words;
  /** The list has just moved: taps do nothing for a moment. */
  isSettling: boolean;
  give: (dose: TodayDose) => void;
  giveOtherwise: (dose: TodayDose) => void;
  skip: (dose: TodayDose) => void;
  takeAsNeeded: (medicine: AsNeeded) => void;
  correct: (entry: DoseEntry, name: string) => void;
  /** Sends again what was refused, or lets it go. */
  retry: (id: string) => void;
  discard: (id: string) => void;
}

export const TodayContext = createContext<TodayHandlers | null>(null);

export function useTodayHandlers(): TodayHandlers {
  const handlers = useContext(TodayContext);
  if (!handlers) throw new Error('This belongs inside TodayActions.');
  return handlers;
}
