import { randomUUID } from 'node:crypto';
import type { Arrange, IsolationExpectations, Row } from '@commons/shared-db/testing';

const business = ({ ownerId, insert }: Arrange): Promise<Row> =>
  insert('chidi.user_contexts', { user_id: ownerId, name: 'Bakery' });

async function conversation(arrange: Arrange): Promise<Row> {
  const { id } = await business(arrange);
  return arrange.insert('chidi.conversations', { user_id: arrange.ownerId, user_context_id: id });
}

/** Who may do what with the tables of Chidi: their owner, and nobody else. */
export const isolation: IsolationExpectations = {
  'chidi.user_contexts': {
    row: ({ ownerId }) => ({ id: randomUUID(), user_id: ownerId, name: 'Bakery' }),
    change: { company: 'Changed' },
    rights: { owner: { select: 1, insert: 1, update: 1, delete: 1 } },
  },
  'chidi.context_versions': {
    row: async (arrange) => ({
      id: randomUUID(),
      user_id: arrange.ownerId,
      user_context_id: (await business(arrange)).id,
      version: 1,
      name: 'Bakery',
      fields: {},
      content_hash: 'hash',
    }),
    change: { name: 'Changed' },
    // A version never changes, and goes only with its business.
    rights: { owner: { select: 1, insert: 1 } },
  },
  'chidi.conversations': {
    row: async (arrange) => ({
      id: randomUUID(),
      user_id: arrange.ownerId,
      user_context_id: (await business(arrange)).id,
    }),
    change: { title: 'Changed', title_source: 'manual' },
    rights: {
      owner: { select: 1, insert: 1, update: 1, delete: 1 },
      // It reaches only what was deleted long ago.
      service: { select: 0, delete: 0 },
    },
  },
  'chidi.messages': {
    row: async (arrange) => ({
      id: randomUUID(),
      user_id: arrange.ownerId,
      conversation_id: (await conversation(arrange)).id,
      sibling_order: 1,
      role: 'user',
      content: 'Hello',
      status: 'complete',
    }),
    change: { content: 'Changed' },
    // A message goes only with its conversation.
    rights: { owner: { select: 1, insert: 1, update: 1 } },
  },
};
