import { recordUsage } from '@commons/ai';
import { toAppError } from '@commons/api';
import type { AnswerHost } from '@commons/api/answers';
import { and, asc, eq } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { changes } from '../changes.ts';
import { plainTitle } from './plain-title.ts';

const system = `Write a title for this conversation: at most six words, in the language of the question, without quotation
marks or a full stop. Answer with the title and nothing else.`;

/** Gives a conversation without a title one from its first exchange. A failure only means that it stays without. */
export async function nameConversation(host: AnswerHost, conversationId: string): Promise<void> {
  try {
    const question = await host.asUser(async (tx) => {
      const [row] = await tx
        .select({ content: messages.content })
        .from(messages)
        .innerJoin(conversations, eq(conversations.id, messages.conversationId))
        .where(
          and(
            eq(conversations.id, conversationId),
            eq(conversations.titleSource, 'none'),
            eq(messages.role, 'user'),
          ),
        )
        .orderBy(asc(messages.createdAt), asc(messages.id))
        .limit(1);
      return row?.content;
    });
    if (question === undefined) return;
    const { text, finish } = await host.models.generate({
      system,
      messages: [{ role: 'user', content: question }],
      maxOutputTokens: 40,
      temperature: 0,
      timeoutMs: 20_000,
    });
    const title = plainTitle(text) || plainTitle(question);
    await host.asUser(async (tx) => {
      // A person may have named it in the meantime; their title wins.
      if (title) {
        await tx
          .update(conversations)
          .set({ title, titleSource: 'auto' })
          .where(and(eq(conversations.id, conversationId), eq(conversations.titleSource, 'none')));
      }
      await recordUsage(tx, {
        userId: host.user.id,
        app: 'chidi',
        purpose: 'title',
        finish,
        resourceType: 'conversation',
        resourceId: conversationId,
      });
    });
    changes.announce(host, { conversationId });
  } catch (error) {
    host.log.warn({ code: toAppError(error).code, conversationId }, 'a conversation could not be named');
  }
}
