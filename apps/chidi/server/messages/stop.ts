import type { SignedInContext } from '@commons/api';
import { eq } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import { answers } from '../answers/answers.ts';
import { changes } from '../changes.ts';
import type { AnswerId } from './schemas.ts';

/** Ends a running answer and returns when its row says so; one that has ended already is left as it is. */
export async function stopAnswer(ctx: SignedInContext, { answerId }: AnswerId): Promise<void> {
  await answers.stop(ctx, answerId);
  const [answer] = await ctx.asUser((tx) =>
    tx.select({ conversationId: messages.conversationId }).from(messages).where(eq(messages.id, answerId)),
  );
  changes.announce(ctx, answer);
}
