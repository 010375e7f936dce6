import { type Caller, type SeedContext, type Tx, uuidV7 } from '@commons/shared-db';
import { desc, eq } from 'drizzle-orm';
import { buildRequest, type ContextVersion } from '../server/answers/build-request.ts';
import { saveVersion } from '../server/contexts/save-version.ts';
import { businesses, type DemoBusiness } from './demo/businesses.ts';
import { type DemoConversation, demoConversations } from './demo/conversations.ts';
import { contextVersions } from './schema/context-versions.ts';
import { conversations } from './schema/conversations.ts';
import { messages } from './schema/messages.ts';
import { userContexts } from './schema/user-contexts.ts';

const demoModel = { provider: 'demonstration', model: 'written by hand', offline: true };

/** Gives the first demonstration account two businesses and a few conversations, unless it has any already. */
export async function seed({ database, demoUsers }: SeedContext): Promise<void> {
  const userId = demoUsers.get('amara@demo.example');
  if (!userId) return;
  const caller: Caller = { userId, app: 'chidi' };
  await database.asUser(caller, async (tx) => {
    const [any] = await tx.select({ id: userContexts.id }).from(userContexts).limit(1);
    if (any) return;
    const versions = new Map<DemoBusiness['key'], ContextVersion & { userContextId: string }>();
    for (const business of businesses) versions.set(business.key, await addBusiness(tx, userId, business));
    for (const conversation of demoConversations) {
      const version = versions.get(conversation.business);
      if (version) await addConversation(tx, userId, version, conversation);
    }
  });
}

async function addBusiness(tx: Tx, userId: string, { name, fields }: DemoBusiness) {
  const userContextId = uuidV7();
  await tx.insert(userContexts).values({ id: userContextId, userId, name, ...fields });
  await saveVersion(tx, { userId, userContextId, version: 1, name, fields });
  const [version] = await tx
    .select({
      id: contextVersions.id,
      version: contextVersions.version,
      contentHash: contextVersions.contentHash,
    })
    .from(contextVersions)
    .where(eq(contextVersions.userContextId, userContextId))
    .orderBy(desc(contextVersions.version));
  if (!version) throw new Error('The version that was just saved is not there.');
  return { ...version, name, fields, userContextId };
}

async function addConversation(
  tx: Tx,
  userId: string,
  version: ContextVersion & { userContextId: string },
  { title, hoursAgo, exchanges }: DemoConversation,
): Promise<void> {
  const conversationId = uuidV7();
  const owner = { userId, conversationId };
  const createdAt = new Date(Date.now() - hoursAgo * 3_600_000);
  await tx.insert(conversations).values({ id: conversationId, userId, userContextId: version.userContextId });
  const history: { role: 'user' | 'assistant'; content: string }[] = [];
  let parentId: string | null = null;
  for (const { question, answers } of exchanges) {
    const questionId = uuidV7();
    const place = { ...owner, siblingOrder: 1, status: 'complete', createdAt } as const;
    await tx.insert(messages).values({ ...place, id: questionId, parentId, role: 'user', content: question });
    history.push({ role: 'user', content: question });
    const { receipt } = buildRequest(version, history, demoModel);
    for (const [index, content] of answers.entries()) {
      const id = uuidV7();
      await tx.insert(messages).values({
        ...place,
        id,
        parentId: questionId,
        siblingOrder: index + 1,
        role: 'assistant',
        content,
        contextVersionId: version.id,
      });
      await tx.update(messages).set({ receipt }).where(eq(messages.id, id));
      parentId = id;
    }
    history.push({ role: 'assistant', content: answers.at(-1) ?? '' });
  }
  await tx
    .update(conversations)
    .set({
      title,
      titleSource: 'auto',
      activeLeafId: parentId,
      lastMessageAt: createdAt,
    })
    .where(eq(conversations.id, conversationId));
}
