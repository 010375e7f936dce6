import { viewOf } from './apply-event.ts';
import type { SessionEvent } from './event.ts';
import { emptyView, type SessionView } from './view.ts';

/** Counts how events come to a view: raise it with every change after which the same events come to another one. */
export const viewVersion = 3;

/** The room at one moment of its log, from which the rest is folded on. */
export interface Checkpoint {
  /** Of the last event in it; 0 for the beginning. */
  seq: number;
  view: SessionView;
}

/** A view as JSON holds it. */
export type StoredView = Omit<SessionView, 'at' | 'answersUntil'> & {
  at: string | null;
  answersUntil: string | null;
};

export const beginning: Checkpoint = { seq: 0, view: emptyView };

export function storeView(view: SessionView): StoredView {
  return {
    ...view,
    at: view.at?.toISOString() ?? null,
    answersUntil: view.answersUntil?.toISOString() ?? null,
  };
}

export function restoreView(stored: StoredView): SessionView {
  const { at, answersUntil } = stored;
  return {
    ...stored,
    at: at === null ? null : new Date(at),
    answersUntil: answersUntil === null ? null : new Date(answersUntil),
  };
}

/** The room after all these events, of which those up to the checkpoint are known already. */
export function viewFrom({ seq, view }: Checkpoint, events: readonly SessionEvent[]): SessionView {
  return viewOf(
    events.filter((event) => event.seq > seq),
    view,
  );
}
