export { type Collected, collect } from './collect.ts';
export type { CapturedRequest } from './exchange.ts';
export { createGate, type Gate } from './gate.ts';
export {
  type AnswerEnding,
  answer,
  failure,
  type ModelReply,
  type WireError,
  type WireUsage,
} from './model-reply.ts';
export { type ModelServer, startModelServer } from './model-server.ts';
export type { ModelRequestBody } from './protocols/protocol.ts';
