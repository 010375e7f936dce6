import { type ModelFinish, recordUsage, releaseCall } from '@commons/ai';
import { AppError } from '@commons/api';
import type { AnswerHost, RunningAnswer } from '@commons/api/answers';
import { changes } from '../changes.ts';
import { readMaterial, saveReceipt } from './answer-rows.ts';
import { answers } from './answers.ts';
import { buildRequest } from './build-request.ts';
import { nameConversation } from './name-conversation.ts';
import type { Receipt } from './schemas.ts';

interface AnswerIds {
  conversationId: string;
  answerId: string;
}

/** Writes an answer in the background, whether or not anybody is watching. */
export function startAnswer(host: AnswerHost, ids: AnswerIds): void {
  const { conversationId, answerId } = ids;
  const write = (answer: RunningAnswer) => writeAnswer(host, answer, ids);
  answers.start(host, answerId, write, async (status) => {
    if (status === undefined) return;
    answers.announceEnd(host, answerId);
    changes.announce(host, { conversationId });
    if (status === 'complete') await nameConversation(host, conversationId);
  });
}

/** Writes the answer and returns how it ended; undefined when it was ended before it began. */
async function writeAnswer(host: AnswerHost, answer: RunningAnswer, { conversationId, answerId }: AnswerIds) {
  const material = await host.asUser((tx) => readMaterial(tx, conversationId, answerId));
  if (!material) throw new AppError('NOT_FOUND');
  answer.stored(material.content);
  const { request, receipt } = buildRequest(material.context, material.history, host.models.describe());
  const written = await answers.writeText(host, {
    answer,
    begin: (tx) => saveReceipt(tx, answer, receipt),
    events: (signal) => host.models.stream({ ...request, signal }),
  });
  if (!written) return undefined;
  const { finish, ...end } = written;
  await host.asUser(async (tx) => {
    await answers.rows.end(tx, answer, end, { receipt: withUsage(receipt, finish) });
    await releaseCall(tx, answerId);
    // Tokens were spent, whoever ended the answer.
    if (finish) await recordUsage(tx, { ...usageOf(host, answerId), finish });
  });
  return end.status;
}

function withUsage(receipt: Receipt, finish: ModelFinish | undefined): Receipt {
  if (!finish) return receipt;
  const { inputTokens, outputTokens, costUsd, usageSource, pricedOn } = finish;
  return { ...receipt, usage: { inputTokens, outputTokens, costUsd, source: usageSource, pricedOn } };
}

const usageOf = (host: AnswerHost, answerId: string) => ({
  userId: host.user.id,
  app: 'chidi',
  purpose: 'answer',
  resourceType: 'message',
  resourceId: answerId,
});
