import type { Reversibility } from '../deliberation/states.ts';

/** A kind of decision that many people have before them; a session begins with it, and all of it can be changed. */
export interface DecisionTemplate {
  /** Kebab-case; in addresses. */
  id: string;
  title: string;
  /** When to take it, in one sentence. */
  summary: string;
  /** The outline of the problem; what stands in brackets is for the owner to fill in. */
  problem: string;
  context: string;
  reversibility: Reversibility;
  subQuestions: readonly string[];
  /** Mutually exclusive, one of them to do nothing. */
  options: readonly TemplateOption[];
  /** What a good answer is measured by. */
  criteria: readonly string[];
  /** Codes of the personas that are proposed. */
  panel: readonly string[];
}

export interface TemplateOption {
  label: string;
  description: string;
  isNothing: boolean;
}

/** A way to go. */
export const option = (label: string, description: string): TemplateOption => ({
  label,
  description,
  isNothing: false,
});

/** To leave things as they are, which is always a way to go as well. */
export const doNothing = (description: string): TemplateOption => ({
  label: 'Do nothing for now',
  description,
  isNothing: true,
});
