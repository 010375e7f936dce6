import { AppError, type SignedInContext } from '@commons/api';
import { type TrackedEnvelope, tracked } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import { endAbandoned } from '../answers/answer-rows.ts';
import { answerChanged } from '../answers/answer-word.ts';
import { findRunning } from '../answers/running-answer.ts';
import { messageColumns } from './columns.ts';
import type { AnswerEvent, FollowAnswer } from './schemas.ts';

// How often the row of an answer that another process writes is read without word of it: that one may have died.
const pollMs = 2_000;

/**
 * The rest of an answer from `offset` on, as it is written, and then how it ended. Event ids are offsets into the text, so that a
 * reader that reconnects gets neither a gap nor a repetition.
 */
export async function* followAnswer(
  ctx: SignedInContext,
  input: FollowAnswer,
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
  using _words = answerChanged.hear(ctx, input.answerId, look);
  using _poll = every(pollMs, look);

  while (!signal.aborted) {
    // Before the row is read, so that no word falls between.
    due = Promise.withResolvers();
    const row = await readAnswer(ctx, input.answerId);
    const running = findRunning(input.answerId);
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

async function readAnswer(ctx: SignedInContext, answerId: string) {
  const { content, status, errorCode } = messageColumns;
  const row = await ctx.asUser(async (tx) => {
    await endAbandoned(tx, answerId);
    const [answer] = await tx
      .select({ content, status, errorCode })
      .from(messages)
      .where(
        and(eq(messages.id, answerId), eq(messages.userId, ctx.user.id), eq(messages.role, 'assistant')),
      );
    return answer;
  });
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}
