import { createTestDatabase } from '@commons/shared-db/testing';
import { describe, expect, it } from 'vitest';
import { chidi } from '../app.ts';
import { Receipt } from '../server/answers/schemas.ts';
import { branchTo, newestLeafUnder } from '../tree/branch.ts';
import { seed } from './seed.ts';

describe('the demonstration data', () => {
  it('is there once, however often it is added, and is whole', async () => {
    await using db = await createTestDatabase([chidi]);
    const amara = await db.createUser({ email: 'amara@demo.example' });
    const demoUsers = new Map([[amara.email, amara.id]]);
    await seed({ database: db.database, service: db.service, demoUsers });
    const conversations = await db.admin`select * from chidi.conversations`;
    const messages = await db.admin`
      select id, parent_id as "parentId", conversation_id, sibling_order as "siblingOrder", role, status, receipt
      from chidi.messages`;
    await seed({ database: db.database, service: db.service, demoUsers });

    expect(await db.admin`select id from chidi.messages`).toHaveLength(messages.length);
    expect(conversations.length).toBeGreaterThan(0);
    for (const { id, title, active_leaf_id } of conversations) {
      const tree = messages.filter(({ conversation_id }) => conversation_id === id) as never[];
      expect(title).toBeTruthy();
      expect(newestLeafUnder(tree, null)).toBe(active_leaf_id);
      expect(branchTo(tree, active_leaf_id).length).toBeGreaterThan(1);
    }
    for (const { role, status, receipt } of messages) {
      expect(status).toBe('complete');
      if (role === 'assistant') expect(() => Receipt.parse(receipt)).not.toThrow();
    }
  });

  it('belongs to the demonstration accounts alone', async () => {
    await using db = await createTestDatabase([chidi]);
    const somebody = await db.createUser();
    await seed({
      database: db.database,
      service: db.service,
      demoUsers: new Map([[somebody.email, somebody.id]]),
    });

    expect(await db.admin`select id from chidi.user_contexts`).toEqual([]);
  });
});
