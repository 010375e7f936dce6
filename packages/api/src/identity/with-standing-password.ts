import { type Tx, users } from '@commons/shared-db';
import { accounts } from '@commons/shared-db/service';
import type { DBTransactionAdapter } from 'better-auth';
import { APIError } from 'better-auth/api';
import { and, eq } from 'drizzle-orm';
import { authRequest } from './auth-request.ts';

type Row = Record<string, unknown>;

const refusals: Readonly<Record<string, ['UNAUTHORIZED' | 'BAD_REQUEST', string]>> = {
  '/sign-in/email': ['UNAUTHORIZED', 'INVALID_EMAIL_OR_PASSWORD'],
  '/change-password': ['BAD_REQUEST', 'INVALID_PASSWORD'],
};

/**
 * Lets a request that has compared a password write only while that password still stands. Whoever writes a password or begins a
 * session by one holds the person's row, so that a reset in the same instant ends what came before it and refuses what comes after.
 */
export function withStandingPassword(adapter: DBTransactionAdapter, tx: Tx): DBTransactionAdapter {
  const request = authRequest.getStore();
  const refusal = refusals[request?.path ?? ''];

  function note(model: string, row: Row | null): void {
    if (!request || !refusal || !row) return;
    const found = model === 'account' ? [row] : model === 'user' ? ((row.account ?? []) as Row[]) : [];
    const account = found.find(({ providerId }) => providerId === 'credential');
    if (typeof account?.password !== 'string') return;
    request.compared = { userId: String(account.userId), password: account.password };
  }

  async function hold(userId: string): Promise<void> {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
  }

  async function requireStanding(): Promise<void> {
    const compared = request?.compared;
    if (!compared || !refusal) return;
    await hold(compared.userId);
    const [account] = await tx
      .select({ password: accounts.password })
      .from(accounts)
      .where(and(eq(accounts.userId, compared.userId), eq(accounts.providerId, 'credential')));
    const [status, code] = refusal;
    if (account?.password !== compared.password) throw new APIError(status, { code });
  }

  return {
    ...adapter,
    async findOne(data) {
      const row = await adapter.findOne<Row>(data);
      note(data.model, row);
      // Safe because the row is passed on as it came.
      return row as never;
    },
    async create(data) {
      if (data.model === 'session') await requireStanding();
      return adapter.create(data);
    },
    async update(data) {
      const isPassword = data.model === 'account' && 'password' in data.update;
      if (isPassword) await requireStanding();
      const row = await adapter.update(data);
      // The session that follows rests on the new one.
      if (isPassword) note(data.model, row as Row | null);
      return row as never;
    },
    async updateMany(data) {
      const userId = data.where.find(({ field }) => field === 'userId')?.value;
      if (data.model === 'account' && 'password' in data.update) await hold(String(userId));
      return adapter.updateMany(data);
    },
  };
}
