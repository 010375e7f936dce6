import { findStatements } from '../find-statements.ts';
import type { Composition } from './composition.ts';

const factsInDraft = 2;

/** Statements of a kind, those that fit the topic first, or a blank to fill in. */
export function factsOn({ topic }: Composition, statements: string[], blank: string): string[] {
  if (statements.length === 0) return [blank];
  const fitting = topic === undefined ? [] : findStatements(topic, [{ label: '', statements }], factsInDraft);
  return [...new Set([...fitting.map(({ statement }) => statement), ...statements])].slice(0, factsInDraft);
}
