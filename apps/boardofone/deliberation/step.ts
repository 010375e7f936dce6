/** One thing that the engine does for a session, with one call of a model. */
export type Step =
  | { kind: 'decomposition' }
  | { kind: 'position'; round: number; seatId: string }
  | { kind: 'vote'; seatId: string }
  | { kind: 'baseline' }
  | { kind: 'memo' };

/** The name of a step, under which it is done once however often it is tried. */
export function stepName(step: Step): string {
  switch (step.kind) {
    case 'position':
      return `position:${step.round}:${step.seatId}`;
    case 'vote':
      return `vote:${step.seatId}`;
    default:
      return step.kind;
  }
}
