import { type TrackedEnvelope, tracked } from '@trpc/server';
import type { SignedInContext } from '../trpc/procedures.ts';
import type { AnswerStatus } from './answer-rows.ts';
import type { AnswerWords } from './answer-words.ts';
import type { RunningAnswers } from './running-answers.ts';

// How often the row of an answer that another process writes is read without word of it: that one may have died.
const pollMs = 2_000;

/** A piece of a running answer, or how it ended. */
export type AnswerEvent =
  | { type: 'text'; offset: number; text: string }
  | { type: 'end'; status: AnswerStatus; errorCode: string | null };

/** Which answer to follow, and from where on. */
export interface AnswerToFollow {
  answerId: string;
  /** How much of the text the reader has; after a reconnect the last event's id says it better. */
  offset: number;
  lastEventId?: string | undefined;
}

/** What a reader finds in the answer's row. */
export interface AnswerRow {
  content: string;
  status: AnswerStatus;
  errorCode: string | null;
}

interface Sources {
  words: AnswerWords;
  running: RunningAnswers;
  read: () => Promise<AnswerRow>;
}

/**
 * The rest of an answer from `offset` on, as it is written, and then how it ended. Event ids are offsets into the text, so that a
 * reader that reconnects gets neither a gap nor a repetition.
 */
export async function* followAnswer(
  ctx: SignedInContext,
  { words, running: register, read }: Sources,
  input: AnswerToFollow,
  signal: AbortSignal,
): AsyncGenerator<TrackedEnvelope<AnswerEvent>> {
  let offset = input.lastEventId === undefined ? input.offset : Number(input.lastEventId);
  const rest = (text: string) => {
    const piece = { type: 'text', offset, text: text.slice(offset) } as const;
    offset = text.length;
    return tracked(String(offset), piece);
  };
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  let due = Promise.withResolvers<void>();
  const look = () => due.resolve();
  using _words = words.changed.hear(ctx, input.answerId, look);
  using _poll = every(pollMs, look);

  while (!signal.aborted) {
    // Before the row is read, so that no word falls between.
    due = Promise.withResolvers();
    const row = await read();
    const running = register.find(input.answerId);
    const text = running && running.text.length > row.content.length ? running.text : row.content;
    if (text.length > offset) yield rest(text);
    if (row.status !== 'streaming') {
      yield tracked(String(offset), { type: 'end', status: row.status, errorCode: row.errorCode });
      return;
    }
    while (running && !running.done && !signal.aborted) {
      const { changed } = running;
      if (running.text.length > offset) yield rest(running.text);
      else await Promise.race([changed, aborted]);
    }
    if (!running) await Promise.race([due.promise, aborted]);
  }
}

function every(ms: number, act: () => void): Disposable {
  const timer = setInterval(act, ms);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
