import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import type { DBAdapter } from 'better-auth';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AuthRequest, authRequest } from './auth-request.ts';
import { identityAdapter } from './identity-adapter.ts';

let db: TestDatabase;
let adapter: DBAdapter;
const onSessionsEnded = vi.fn(async () => undefined);
beforeAll(async () => {
  db = await createTestDatabase();
  adapter = identityAdapter(db.service, onSessionsEnded)({ advanced: { database: { generateId: false } } });
});
afterAll(() => db?.[Symbol.asyncDispose]());

const now = new Date();

describe('the adapter of sign-in', () => {
  it('keeps google_id when Google is linked, and puts it on record', async () => {
    const { id: userId } = await db.createUser();
    const account = { userId, providerId: 'google', accountId: 'sub-1', createdAt: now, updatedAt: now };
    await adapter.create({ model: 'account', data: account });
    const [user] = await db.admin`select google_id from users where id = ${userId}`;
    const [entry] = await db.admin`select action, details from audit_log where user_id = ${userId}`;

    expect(user?.google_id).toBe('sub-1');
    expect(entry).toEqual({ action: 'account_linked', details: { provider: 'google' } });
  });

  it('undoes everything of a transaction that fails', async () => {
    const { id: userId } = await db.createUser();
    const session = { userId, token: 'undone', expiresAt: now, createdAt: now, updatedAt: now };
    const attempt = adapter.transaction(async (inside) => {
      await inside.create({ model: 'session', data: session });
      throw new Error('changed my mind');
    });

    await expect(attempt).rejects.toThrow('changed my mind');
    expect(
      await adapter.findOne({ model: 'session', where: [{ field: 'token', value: 'undone' }] }),
    ).toBeNull();
    expect(await db.admin`select 1 from audit_log where user_id = ${userId}`).toHaveLength(0);
  });

  it('announces ended sessions only after they are gone', async () => {
    const { id: userId } = await db.createUser();
    const where = [{ field: 'token', value: 'ending' }];
    const data = { userId, token: 'ending', expiresAt: now, createdAt: now, updatedAt: now };
    await adapter.create({ model: 'session', data });
    onSessionsEnded.mockImplementationOnce(async () => {
      expect(await db.admin`select 1 from identity.sessions where token = 'ending'`).toHaveLength(0);
    });
    await adapter.delete({ model: 'session', where });

    expect(onSessionsEnded).toHaveBeenCalledOnce();
  });

  it('remembers a failure that the library might swallow', async () => {
    const request: AuthRequest = {
      path: '/sign-out',
      requestId: '',
      ipAddress: undefined,
      userAgent: undefined,
    };
    const broken = adapter.findOne({ model: 'user', where: [{ field: 'id', value: 'no uuid' }] });
    await expect(authRequest.run(request, () => broken)).rejects.toThrow();
    await expect(
      authRequest.run(request, () =>
        adapter.findOne({ model: 'user', where: [{ field: 'id', value: 'x' }] }),
      ),
    ).rejects.toThrow();

    expect(request.failure).toBeDefined();
  });
});
