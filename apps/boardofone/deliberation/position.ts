import type { Confidence, EvidenceLabel } from './states.ts';

/** Something that a seat claims, and what kind of claim it says it is. */
export interface Statement {
  label: EvidenceLabel;
  text: string;
  /** For a fact: the words of the given context that it rests on. */
  source: string | null;
}

/** What a seat says in a round, as a model answers it. */
export interface Position {
  optionId: string;
  confidence: Confidence;
  argument: string;
  dealbreaker: string;
  statements: Statement[];
  isNovel: boolean;
  question: string;
}
