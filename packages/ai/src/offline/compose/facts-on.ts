import { findStatements } from '../find-statements.ts';
import type { Composition } from './composition.ts';

const factsInDraft = 2;

/** The statements of a kind that fit the topic best, the first ones if none does, or a blank to fill in. */
export function factsOn({ topic }: Composition, statements: string[], blank: string): string[] {
  if (statements.length === 0) return [blank];
  const fitting = topic === undefined ? [] : findStatements(topic, [{ label: '', statements }], factsInDraft);
  return fitting.length > 0 ? fitting.map(({ statement }) => statement) : statements.slice(0, factsInDraft);
}
