/** How a session stands. */
export const statuses = ['active', 'paused', 'completed', 'failed', 'killed'] as const;
export type Status = (typeof statuses)[number];

/** What it is at, in this order; rounds of deliberation repeat. */
export const phases = [
  'problem_decomposition',
  'panel_selection',
  'initial_round',
  'deliberation',
  'voting',
  'synthesis',
  'complete',
] as const;
export type Phase = (typeof phases)[number];

/** Phases in which the seats speak one by one. */
export const speakingPhases = ['initial_round', 'deliberation'] as const;
export type SpeakingPhase = (typeof speakingPhases)[number];

/** What an active session waits for its owner to do; nothing is spent meanwhile. */
export const waits = ['approval', 'panel', 'answers'] as const;
export type Wait = (typeof waits)[number];

/** Why a session stopped by itself, to go on when its owner says so. */
export const pauseReasons = [
  'owner',
  'cost_cap',
  'below_quorum',
  'model_unavailable',
  'no_consent',
  'daily_quota',
  'fault',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Which status may follow which; a trigger of the table holds the same list. */
export const transitions: Readonly<Record<Status, readonly Status[]>> = {
  active: ['paused', 'completed', 'failed', 'killed'],
  paused: ['active', 'failed', 'killed'],
  completed: [],
  failed: [],
  killed: [],
};

/** Nothing more happens to such a session. */
export function isOver(status: Status): boolean {
  return transitions[status].length === 0;
}

/** How easily what was decided can be taken back. */
export const reversibilities = ['reversible', 'costly', 'irreversible', 'unknown'] as const;
export type Reversibility = (typeof reversibilities)[number];

/** How sure a seat says it is: a coarse tier and never a probability. */
export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** What kind of statement a seat says it makes. */
export const evidenceLabels = ['FACT', 'INFERENCE', 'ASSUMPTION', 'UNKNOWN'] as const;
export type EvidenceLabel = (typeof evidenceLabels)[number];
