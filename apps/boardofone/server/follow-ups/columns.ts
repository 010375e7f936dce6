import { followUps } from '../../db/schema/follow-ups.ts';

export const followUpColumns = {
  id: followUps.id,
  sessionId: followUps.sessionId,
  seatId: followUps.seatId,
  question: followUps.question,
  status: followUps.status,
  answer: followUps.answer,
  failure: followUps.failure,
  cost: followUps.cost,
  model: followUps.model,
  createdAt: followUps.createdAt,
  answeredAt: followUps.answeredAt,
};
