import { type Phase, phases } from '../../deliberation/states.ts';
import type { SessionView } from '../../deliberation/view.ts';

export type StepState = 'done' | 'now' | 'to come' | 'skipped';

/** One stage of a session on its way. */
export interface PhaseStep {
  phase: Phase;
  label: string;
  state: StepState;
}

/** What people call the phases. */
export const phaseLabels: Record<Exclude<Phase, 'complete'>, string> = {
  problem_decomposition: 'Problem',
  panel_selection: 'Panel',
  initial_round: 'Blind round',
  deliberation: 'Debate',
  voting: 'Vote',
  synthesis: 'Memo',
};

/** How far a session is. */
export function phaseSteps(view: SessionView): PhaseStep[] {
  const reached = phases.indexOf(view.phase);
  return Object.entries(phaseLabels).map(([name, label]) => {
    // Safe: the keys are the phases that a label is given for.
    const phase = name as keyof typeof phaseLabels;
    return { phase, label, state: stateOf(phase) };
  });

  function stateOf(phase: Phase): StepState {
    const at = phases.indexOf(phase);
    if (at === reached) return 'now';
    if (at > reached) return 'to come';
    return phase === 'deliberation' && view.round < 2 ? 'skipped' : 'done';
  }
}
