/** The one thing that a what-if does otherwise than the session that it begins from. */
export type ForkChange =
  | { kind: 'assumption'; text: string }
  | { kind: 'cap'; capUsd: string }
  | { kind: 'rounds'; maxRounds: number }
  | { kind: 'panel' };
