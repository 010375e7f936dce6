import { ModelError, type ModelEvent, type ModelFinish } from '@commons/ai';
import type { Tx } from '@commons/shared-db';
import pLimit from 'p-limit';
import { toAppError } from '../errors/to-app-error.ts';
import type { SignedInContext } from '../trpc/procedures.ts';
import type { AnswerEnd, AnswerRows, AnswerTable } from './answer-rows.ts';
import type { AnswerWords } from './answer-words.ts';
import { Coalesced } from './coalesced.ts';
import type { RunningAnswer } from './running-answer.ts';
import { storable } from './storable.ts';

const frameMs = 40;
// Half of a pool: however many answers are being written, whoever asks for something else finds a connection.
const storeAtOnce = pLimit(5);
const renewLeaseMs = 2_000;

/** What an answer needs of the request that asked for it; all of it may outlive that request. */
export type AnswerHost = Pick<SignedInContext, 'asUser' | 'models' | 'realtime' | 'log' | 'user'>;

/** How an answer ended, and what the model said about it. */
export interface WrittenEnd extends AnswerEnd {
  finish: ModelFinish | undefined;
}

/** An answer and where its text comes from. */
export interface TextToWrite {
  answer: RunningAnswer;
  /** Notes in the row what the answer is being given to know; false when it has been ended before it began. */
  begin?: (tx: Tx) => Promise<boolean>;
  /** What the model says. */
  events: (signal: AbortSignal) => AsyncIterable<ModelEvent>;
}

/**
 * Stores what a model says as it says it, a few times a second, and renews the answer's lease meanwhile. Answers how it ended, which
 * the caller writes into the row; undefined when it was ended before it began.
 */
export async function writeText(
  host: AnswerHost,
  { rows, words }: { rows: Pick<AnswerRows<AnswerTable>, 'append'>; words: AnswerWords },
  { answer, begin, events }: TextToWrite,
): Promise<WrittenEnd | undefined> {
  let arrived = '';
  let finish: ModelFinish | undefined;
  const store = (text: string) => {
    const append = () => host.asUser((tx) => rows.append(tx, answer, text));
    // A connection may have died while nobody used it. To append again is safe, since it demands the text as it was before.
    return storeAtOnce(() => append().catch(append));
  };
  const flush = new Coalesced(async () => {
    const { now, later } = storable(arrived);
    arrived = later;
    try {
      const [stored] = await store(now);
      if (!stored) return answer.end('lost');
      answer.stored(now);
      if (now !== '') words.changed.say(host, answer.id);
    } catch (error) {
      answer.end('lost');
      throw error;
    }
  }, frameMs);
  // A stop that came before `begin` is noticed by it, and every later one by its word.
  using _stops = words.stopped.hear(host, answer.id, () => flush.request());
  if (begin && !(await host.asUser(begin))) return undefined;
  const heartbeat = setInterval(() => flush.request(), renewLeaseMs);
  try {
    for await (const event of events(answer.signal)) {
      if (event.type === 'finish') finish = event.finish;
      else {
        arrived += event.text;
        flush.request();
      }
    }
    await flush.settle();
    return finish?.reason === 'length'
      ? { status: 'error', errorCode: 'MODEL_LENGTH_LIMIT', finish }
      : { status: 'complete', errorCode: null, finish };
  } catch (error) {
    // When storing failed, the answer has ended as lost; what else to do is the same.
    await flush.settle().catch(() => {});
    if (error instanceof ModelError) finish = error.partialUsage;
    return { ...endOf(answer, error), finish };
  } finally {
    clearInterval(heartbeat);
  }
}

function endOf(answer: RunningAnswer, error: unknown): AnswerEnd {
  if (answer.endReason === 'stopped') return { status: 'stopped', errorCode: null };
  if (answer.endReason) return { status: 'interrupted', errorCode: null };
  return { status: 'error', errorCode: toAppError(error).code };
}
