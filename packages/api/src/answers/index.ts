export {
  type AnswerEnd,
  AnswerRows,
  type AnswerStatus,
  type AnswerTable,
  leaseUntil,
  type Written,
} from './answer-rows.ts';
export { DurableAnswers, type DurableAnswersOptions } from './durable-answers.ts';
export type { AnswerEvent, AnswerToFollow } from './follow-answer.ts';
export type { RunningAnswer } from './running-answer.ts';
export type { AnswerHost, TextToWrite, WrittenEnd } from './write-text.ts';
