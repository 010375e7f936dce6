import type { EvidenceLabel } from './states.ts';

/** Something that a seat claims, and what kind of claim it says it is. */
export interface Statement {
  label: EvidenceLabel;
  text: string;
  /** For a fact: the words of the given context that it rests on. */
  source: string | null;
}
