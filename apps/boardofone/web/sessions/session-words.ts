import type { Phase, Status, Wait } from '../../deliberation/states.ts';

const statusWords: Record<Status, string> = {
  active: 'Running',
  paused: 'Paused',
  completed: 'Memo written',
  failed: 'Failed',
  killed: 'Ended early',
};

const phaseWords: Record<Phase, string> = {
  problem_decomposition: 'taking the problem apart',
  panel_selection: 'forming the panel',
  initial_round: 'blind round',
  deliberation: 'debate',
  voting: 'vote',
  synthesis: 'writing the memo',
  complete: 'memo written',
};

const waitWords: Record<Wait, string> = {
  approval: 'Waits for you: questions and options',
  panel: 'Waits for you: the panel',
  answers: 'Waits for your answers',
};

/** Where a session stands, in a few words. */
export function standing({
  status,
  phase,
  waitsFor,
}: {
  status: Status;
  phase: Phase;
  waitsFor: Wait | null;
}): string {
  if (status === 'completed') return 'Memo written';
  if (status === 'active' && waitsFor) return waitWords[waitsFor];
  return status === 'active' || status === 'paused'
    ? `${statusWords[status]}: ${phaseWords[phase]}`
    : statusWords[status];
}

/** The page on which a session goes on. */
export function pathOf({
  id,
  status,
  waitsFor,
}: {
  id: string;
  status: Status;
  waitsFor: Wait | null;
}): string {
  if (status === 'active' && waitsFor === 'approval') return `/sessions/${id}/questions`;
  if (status === 'active' && waitsFor === 'panel') return `/sessions/${id}/panel`;
  return `/sessions/${id}`;
}
