import type { Written } from '@commons/api/answers';
import type { Tx } from '@commons/shared-db';
import { and, desc, eq } from 'drizzle-orm';
import { contextVersions } from '../../db/schema/context-versions.ts';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { branchTo } from '../../tree/branch.ts';
import { answers } from './answers.ts';
import type { ContextVersion } from './build-request.ts';
import type { Receipt } from './schemas.ts';

export interface AnswerMaterial {
  content: string;
  context: ContextVersion;
  history: { role: 'user' | 'assistant'; content: string }[];
}

/**
 * What an answer is made from: its branch so far, and the newest version of the business that its conversation is about. An
 * answer that goes on keeps the version that it began with.
 */
export async function readMaterial(
  tx: Tx,
  conversationId: string,
  answerId: string,
): Promise<AnswerMaterial | undefined> {
  const tree = await tx
    .select({
      id: messages.id,
      parentId: messages.parentId,
      siblingOrder: messages.siblingOrder,
      role: messages.role,
      content: messages.content,
      contextVersionId: messages.contextVersionId,
    })
    .from(messages)
    .where(eq(messages.conversationId, conversationId));
  const branch = branchTo(tree, answerId);
  const answer = branch.at(-1);
  if (!answer) return undefined;
  const begunWith = answer.content === '' ? null : answer.contextVersionId;
  const [context] = await tx
    .select({
      id: contextVersions.id,
      version: contextVersions.version,
      name: contextVersions.name,
      fields: contextVersions.fields,
      contentHash: contextVersions.contentHash,
    })
    .from(contextVersions)
    .innerJoin(conversations, eq(conversations.userContextId, contextVersions.userContextId))
    .where(
      and(
        eq(conversations.id, conversationId),
        begunWith === null ? undefined : eq(contextVersions.id, begunWith),
      ),
    )
    .orderBy(desc(contextVersions.version))
    .limit(1);
  if (!context) return undefined;
  const history = branch
    .filter(({ content }) => content !== '')
    .map(({ role, content }) => ({ role, content }));
  return { content: answer.content, context, history };
}

/** Notes what the answer is being given to know; false when it has been ended before it began. */
export async function saveReceipt(tx: Tx, answer: Written, receipt: Receipt): Promise<boolean> {
  const rows = await tx
    .update(messages)
    .set({ receipt, contextVersionId: receipt.context.versionId })
    .where(answers.rows.stillMine(answer))
    .returning({ id: messages.id });
  return rows.length > 0;
}
