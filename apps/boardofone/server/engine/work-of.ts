import type { Step } from '../../deliberation/step.ts';
import type { StepWork } from './step-work.ts';
import { baselineWork } from './works/baseline-work.ts';
import { decompositionWork } from './works/decomposition-work.ts';
import { memoWork } from './works/memo-work.ts';
import { positionWork } from './works/position-work.ts';
import { voteWork } from './works/vote-work.ts';

// biome-ignore lint/suspicious/noExplicitAny: each kind of step has answers of its own, which only its own work reads.
type AnyAnswer = any;

/** How a step is done. */
export function workOf(step: Step): StepWork<AnyAnswer> {
  switch (step.kind) {
    case 'decomposition':
      return decompositionWork;
    case 'position':
      return positionWork(step.round, step.seatId);
    case 'vote':
      return voteWork(step.seatId);
    case 'baseline':
      return baselineWork;
    case 'memo':
      return memoWork;
  }
}
