import { uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chidi } from '../app.ts';

interface Ids {
  userId: string;
  contextId: string;
  versionId: string;
  conversationId: string;
  questionId: string;
}

let db: TestDatabase;
let anna: Ids;
let ben: Ids;
beforeAll(async () => {
  db = await createTestDatabase([chidi]);
  [anna, ben] = [await arrangePerson(), await arrangePerson()];
});
afterAll(() => db?.[Symbol.asyncDispose]());

async function arrangePerson(): Promise<Ids> {
  const { id: userId } = await db.createUser();
  const [contextId, versionId, conversationId, questionId] = [uuidV7(), uuidV7(), uuidV7(), uuidV7()];
  await db.admin`insert into chidi.user_contexts (id, user_id, name) values (${contextId}, ${userId}, 'Bakery')`;
  await db.admin`
    insert into chidi.context_versions (id, user_id, user_context_id, version, name, fields, content_hash)
    values (${versionId}, ${userId}, ${contextId}, 1, 'Bakery', '{}', 'hash')`;
  await db.admin`
    insert into chidi.conversations (id, user_id, user_context_id)
    values (${conversationId}, ${userId}, ${contextId})`;
  await db.admin`
    insert into chidi.messages (id, user_id, conversation_id, sibling_order, role, content, status)
    values (${questionId}, ${userId}, ${conversationId}, 1, 'user', 'Hello', 'complete')`;
  return { userId, contextId, versionId, conversationId, questionId };
}

/** Runs a statement in Anna's context: how many rows it touched, or the error it met. */
async function runAsAnna(statement: SQL): Promise<number | string> {
  try {
    return await db.database.asUser(
      { userId: anna.userId },
      async (tx) => (await tx.execute(statement)).count,
    );
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return cause?.code ?? String(error);
  }
}

const everything = async () =>
  await db.admin`
  select 'context' as kind, id, to_jsonb(one) as row from chidi.user_contexts as one
  union all select 'version', id, to_jsonb(one) from chidi.context_versions as one
  union all select 'conversation', id, to_jsonb(one) from chidi.conversations as one
  union all select 'message', id, to_jsonb(one) from chidi.messages as one
  order by 1, 2`;

const denied = '42501';
const noSuchParent = '23503';

const message = (values: {
  userId: string;
  conversationId: string;
  parentId?: string;
  versionId?: string;
}) => sql`
  insert into chidi.messages
    (user_id, conversation_id, parent_id, context_version_id, sibling_order, role, content, status)
  values (${values.userId}, ${values.conversationId}, ${values.parentId ?? null}, ${values.versionId ?? null},
    7, 'user', 'Planted', 'complete')`;

const attempts: [what: string, outcome: number | string, statement: () => SQL][] = [
  [
    'reads his rows by id',
    0,
    () => sql`
      select id from chidi.user_contexts where id = ${ben.contextId}
      union all select id from chidi.context_versions where id = ${ben.versionId}
      union all select id from chidi.conversations where id = ${ben.conversationId}
      union all select id from chidi.messages where id = ${ben.questionId}`,
  ],
  [
    'renames his business',
    0,
    () => sql`update chidi.user_contexts set name = 'Hers' where id = ${ben.contextId}`,
  ],
  [
    'renames his conversation',
    0,
    () =>
      sql`update chidi.conversations set title = 'x', title_source = 'manual' where id = ${ben.conversationId}`,
  ],
  [
    'rewrites his message',
    0,
    () => sql`update chidi.messages set content = 'x' where id = ${ben.questionId}`,
  ],
  ['deletes his business', 0, () => sql`delete from chidi.user_contexts where id = ${ben.contextId}`],
  [
    'deletes his conversation',
    0,
    () => sql`delete from chidi.conversations where id = ${ben.conversationId}`,
  ],
  ['deletes his message', denied, () => sql`delete from chidi.messages where id = ${ben.questionId}`],
  [
    'moves her message into his conversation',
    denied,
    () =>
      sql`update chidi.messages set conversation_id = ${ben.conversationId} where id = ${anna.questionId}`,
  ],
  [
    'hangs her message under his',
    denied,
    () => sql`update chidi.messages set parent_id = ${ben.questionId} where id = ${anna.questionId}`,
  ],
  [
    'points her message at his version',
    noSuchParent,
    () => sql`update chidi.messages set context_version_id = ${ben.versionId} where id = ${anna.questionId}`,
  ],
  [
    'moves her conversation to his business',
    denied,
    () =>
      sql`update chidi.conversations set user_context_id = ${ben.contextId} where id = ${anna.conversationId}`,
  ],
  [
    'moves her conversation to another business at all',
    denied,
    () =>
      sql`update chidi.conversations set user_context_id = ${anna.contextId} where id = ${anna.conversationId}`,
  ],
  [
    'gives her conversation to him',
    denied,
    () => sql`update chidi.conversations set user_id = ${ben.userId} where id = ${anna.conversationId}`,
  ],
  [
    'takes his conversation',
    denied,
    () => sql`update chidi.conversations set user_id = ${anna.userId} where id = ${ben.conversationId}`,
  ],
  [
    'takes his message',
    denied,
    () => sql`update chidi.messages set user_id = ${anna.userId} where id = ${ben.questionId}`,
  ],
  [
    'takes his business',
    denied,
    () => sql`update chidi.user_contexts set user_id = ${anna.userId} where id = ${ben.contextId}`,
  ],
  ['adds a message of his', denied, () => message(ben)],
  [
    'adds a message of hers to his conversation',
    noSuchParent,
    () => message({ ...anna, conversationId: ben.conversationId }),
  ],
  ['adds a message of hers under his', noSuchParent, () => message({ ...anna, parentId: ben.questionId })],
  [
    'adds a message of hers that saw his version',
    noSuchParent,
    () => message({ ...anna, versionId: ben.versionId }),
  ],
  [
    'begins a conversation of hers about his business',
    noSuchParent,
    () =>
      sql`insert into chidi.conversations (user_id, user_context_id) values (${anna.userId}, ${ben.contextId})`,
  ],
  [
    'begins a conversation about no business',
    '23502',
    () => sql`insert into chidi.conversations (user_id, user_context_id) values (${anna.userId}, null)`,
  ],
  [
    'adds a version of hers to his business',
    noSuchParent,
    () => sql`
      insert into chidi.context_versions (user_id, user_context_id, version, name, fields, content_hash)
      values (${anna.userId}, ${ben.contextId}, 2, 'Hers', '{}', 'hash')`,
  ],
  [
    'changes a version of her own',
    denied,
    () => sql`update chidi.context_versions set fields = '{"offers": "forged"}' where id = ${anna.versionId}`,
  ],
  [
    'deletes a version of her own',
    denied,
    () => sql`delete from chidi.context_versions where id = ${anna.versionId}`,
  ],
  ['empties a table', denied, () => sql`truncate chidi.messages`],
];

describe('SQL in the context of another person', () => {
  it.each(attempts)('that %s comes to %s, and nothing changes', async (_what, outcome, statement) => {
    const before = await everything();

    expect(await runAsAnna(statement())).toBe(outcome);
    expect(await everything()).toEqual(before);
  });

  it('can do the same with her own rows, so that the refusals above mean something', async () => {
    const own = { ...anna, parentId: anna.questionId, versionId: anna.versionId };

    expect(await runAsAnna(message(own))).toBe(1);
    expect(await runAsAnna(sql`update chidi.messages set content = 'x' where id = ${anna.questionId}`)).toBe(
      1,
    );
    expect(
      await runAsAnna(
        sql`update chidi.messages set context_version_id = ${anna.versionId} where id = ${anna.questionId}`,
      ),
    ).toBe(1);
  });
});
