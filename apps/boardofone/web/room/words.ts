import type { Confidence } from '../../deliberation/states.ts';
import type { SeatState } from '../../deliberation/view.ts';

export const stateLabels: Record<SeatState, string> = {
  waiting: 'Waiting',
  queued: 'Up next',
  thinking: 'Thinking',
  streaming: 'Answering',
  done: 'Has spoken',
  abstained: 'Abstained',
  voting: 'Voting',
  voted: 'Voted',
};

export const confidenceLabels: Record<Confidence, string> = {
  low: 'low confidence',
  medium: 'medium confidence',
  high: 'high confidence',
};

const ruleWords: Record<string, string> = {
  dissent: 'too little dissent',
  agreement: 'more than 70 % agree',
  off_topic: 'off the topic',
  novelty: 'no new argument',
};

/** The rule that made the moderator speak. */
export const ruleLabel = (rule: string): string => ruleWords[rule] ?? rule;

const silenceWords: Record<string, string> = {
  MODEL_TIMEOUT: 'the model did not answer in time',
  MODEL_REFUSED: 'the model declined to answer',
  MODEL_MALFORMED: 'its answer could not be read, asked twice',
  MODEL_STREAM_CUT: 'the connection broke off in mid-answer',
  MODEL_CONTEXT_TOO_LONG: 'there was too much to read',
  MODEL_STOPPED: 'the answer was stopped',
};

/** Why a seat said nothing. */
export const silenceLabel = (reason: string): string => silenceWords[reason] ?? 'the model could not be used';
