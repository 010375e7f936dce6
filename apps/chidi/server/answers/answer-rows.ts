import type { Tx } from '@commons/shared-db';
import { and, desc, eq, sql } from 'drizzle-orm';
import { contextVersions } from '../../db/schema/context-versions.ts';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { branchTo } from '../../tree/branch.ts';
import type { ContextVersion } from './build-request.ts';
import type { Receipt } from './schemas.ts';

/** How long a writer may be silent before its answer counts as interrupted. */
const leaseMs = 6_000;

export const leaseUntil = () => sql`now() + make_interval(secs => ${leaseMs / 1_000})`;

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

const stillStreaming = (answerId: string) => and(eq(messages.id, answerId), eq(messages.status, 'streaming'));

/** An answer as its writer knows it. */
interface Written {
  id: string;
  text: string;
}

// A writer that lost its lease and does not know may meet its successor here: only one of them finds its own text.
const stillMine = ({ id, text }: Written) =>
  and(stillStreaming(id), sql`octet_length(${messages.content}) = ${Buffer.byteLength(text)}`);

/** Notes what the answer is being given to know; false when it has been ended before it began. */
export async function saveReceipt(tx: Tx, answer: Written, receipt: Receipt): Promise<boolean> {
  const rows = await tx
    .update(messages)
    .set({ receipt, contextVersionId: receipt.context.versionId })
    .where(stillMine(answer))
    .returning({ id: messages.id });
  return rows.length > 0;
}

/** Adds text to a running answer and renews its lease; false when the answer is not this writer's any more. */
export async function appendText(tx: Tx, answer: Written, text: string): Promise<boolean> {
  const rows = await tx
    .update(messages)
    .set({ content: sql`${messages.content} || ${text}`, leaseExpiresAt: leaseUntil() })
    .where(stillMine(answer))
    .returning({ id: messages.id });
  return rows.length > 0;
}

export interface AnswerEnd {
  status: 'complete' | 'stopped' | 'interrupted' | 'error';
  errorCode: string | null;
  receipt?: Receipt;
}

/** Ends a running answer, unless somebody else has ended it before. */
export async function endAnswer(tx: Tx, answer: Written, end: AnswerEnd): Promise<void> {
  await tx
    .update(messages)
    .set({ ...end, leaseExpiresAt: null })
    .where(stillMine(answer));
}

/** Stops an answer that another process writes; which has to be told, or notices when it next writes. */
export async function stopElsewhere(tx: Tx, answerId: string): Promise<void> {
  await tx.update(messages).set({ status: 'stopped', leaseExpiresAt: null }).where(stillStreaming(answerId));
}

/** Ends an answer whose writer has gone. */
export async function endAbandoned(tx: Tx, answerId: string): Promise<void> {
  await tx
    .update(messages)
    .set({ status: 'interrupted', leaseExpiresAt: null })
    .where(and(stillStreaming(answerId), sql`${messages.leaseExpiresAt} < now()`));
}
