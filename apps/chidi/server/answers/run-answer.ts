import { ModelError, type ModelFinish, recordUsage, releaseCall } from '@commons/ai';
import { AppError, type SignedInContext, toAppError } from '@commons/api';
import { changes } from '../changes.ts';
import { type AnswerEnd, appendText, endAnswer, readMaterial, saveReceipt } from './answer-rows.ts';
import { answerChanged, answerStopped } from './answer-word.ts';
import { buildRequest } from './build-request.ts';
import { Coalesced } from './coalesced.ts';
import { nameConversation } from './name-conversation.ts';
import { RunningAnswer, register } from './running-answer.ts';
import type { Receipt } from './schemas.ts';
import { storable } from './storable.ts';

/** What an answer needs of the request that asked for it; all of it may outlive that request. */
export type AnswerHost = Pick<SignedInContext, 'asUser' | 'models' | 'realtime' | 'log' | 'user'>;

interface AnswerIds {
  conversationId: string;
  answerId: string;
}

const frameMs = 40;
const renewLeaseMs = 2_000;

/** Writes an answer in the background, whether or not anybody is watching. */
export function startAnswer(host: AnswerHost, ids: AnswerIds): void {
  runAnswer(host, ids).catch((error: unknown) => {
    // The lease runs out by itself, and then the answer reads as interrupted.
    host.log.error(
      { code: toAppError(error).code, answerId: ids.answerId },
      'an answer could not be written',
    );
  });
}

async function runAnswer(host: AnswerHost, ids: AnswerIds): Promise<void> {
  const status = await writeAnswer(host, ids);
  if (status === undefined) return;
  answerChanged.say(host, ids.answerId);
  changes.announce(host, { conversationId: ids.conversationId });
  if (status === 'complete') await nameConversation(host, ids.conversationId);
}

/** Writes the answer and returns how it ended; undefined when it was ended before it began. */
async function writeAnswer(host: AnswerHost, { conversationId, answerId }: AnswerIds) {
  // Registered before anything is awaited: whoever knows the answer's id can stop and follow it.
  const answer = new RunningAnswer(answerId);
  using _registered = register(answer);
  const material = await host.asUser((tx) => readMaterial(tx, conversationId, answerId));
  if (!material) throw new AppError('NOT_FOUND');
  answer.stored(material.content);
  const { request, receipt } = buildRequest(material.context, material.history, host.models.describe());
  const written = await writeText(host, answer, request, receipt);
  if (!written) return undefined;
  const { finish, ...end } = written;
  await host.asUser(async (tx) => {
    await endAnswer(tx, answer, end);
    await releaseCall(tx, answerId);
    // Tokens were spent, whoever ended the answer.
    if (finish) await recordUsage(tx, { ...usageOf(host, answerId), finish });
  });
  return end.status;
}

type WrittenEnd = AnswerEnd & { finish: ModelFinish | undefined };

async function writeText(
  host: AnswerHost,
  answer: RunningAnswer,
  request: Parameters<AnswerHost['models']['stream']>[0],
  receipt: Receipt,
): Promise<WrittenEnd | undefined> {
  let arrived = '';
  let finish: ModelFinish | undefined;
  const flush = new Coalesced(async () => {
    const { now, later } = storable(arrived);
    arrived = later;
    try {
      if (!(await storeText(host, answer, now))) return answer.end('lost');
      answer.stored(now);
      if (now !== '') answerChanged.say(host, answer.id);
    } catch (error) {
      answer.end('lost');
      throw error;
    }
  }, frameMs);
  // A stop that came before the receipt is noticed by the receipt, and every later one by its word.
  using _stops = answerStopped.hear(host, answer.id, () => flush.request());
  if (!(await host.asUser((tx) => saveReceipt(tx, answer, receipt)))) return undefined;
  const heartbeat = setInterval(() => flush.request(), renewLeaseMs);
  try {
    for await (const event of host.models.stream({ ...request, signal: answer.signal })) {
      if (event.type === 'finish') finish = event.finish;
      else {
        arrived += event.text;
        flush.request();
      }
    }
    await flush.settle();
    const end =
      finish?.reason === 'length'
        ? ({ status: 'error', errorCode: 'MODEL_LENGTH_LIMIT' } as const)
        : ({ status: 'complete', errorCode: null } as const);
    return { ...end, receipt: withUsage(receipt, finish), finish };
  } catch (error) {
    // When storing failed, the answer has ended as lost; what else to do is the same.
    await flush.settle().catch(() => {});
    if (error instanceof ModelError) finish = error.partialUsage;
    return { ...endOf(answer, error), receipt: withUsage(receipt, finish), finish };
  } finally {
    clearInterval(heartbeat);
  }
}

/** Stores more text; false when the answer is not this writer's any more. */
async function storeText(host: AnswerHost, answer: RunningAnswer, text: string): Promise<boolean> {
  const append = () => host.asUser((tx) => appendText(tx, answer, text));
  // A connection may have died while nobody used it. To append again is safe, since it demands the text as it was before.
  return append().catch(append);
}

function endOf(answer: RunningAnswer, error: unknown): Pick<AnswerEnd, 'status' | 'errorCode'> {
  if (answer.endReason === 'stopped') return { status: 'stopped', errorCode: null };
  if (answer.endReason) return { status: 'interrupted', errorCode: null };
  return { status: 'error', errorCode: toAppError(error).code };
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
