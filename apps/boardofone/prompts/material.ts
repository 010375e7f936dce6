import type { Reversibility } from '../deliberation/states.ts';

/** An option with the short name that prompts and answers call it by. */
export interface NamedOption {
  /** `O1`, `O2`, …: models copy short names without mistakes. */
  key: string;
  id: string;
  label: string;
  description: string;
  isNothing: boolean;
}

/** What every prompt of a session tells about the decision. */
export interface Material {
  problem: string;
  context: string;
  constraints: string;
  decideBy: string | null;
  reversibility: Reversibility;
  subQuestions: readonly string[];
  options: readonly NamedOption[];
  /** What the owner said between rounds, the oldest first. */
  facts: readonly string[];
}

/** Options in their order, with their short names. */
export function nameOptions(options: readonly Omit<NamedOption, 'key'>[]): NamedOption[] {
  return options.map((option, index) => ({ ...option, key: `O${index + 1}` }));
}
