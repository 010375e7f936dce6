import { type AuditEntry, auditFor, type Tx, users } from '@commons/shared-db';
import { accounts, sessions, verifications } from '@commons/shared-db/service';
import type { DBTransactionAdapter } from 'better-auth';
import { and, eq, gt, sql } from 'drizzle-orm';
import { AppError } from '../errors/app-error.ts';
import { authRequest } from './auth-request.ts';

type Row = Record<string, unknown>;
type Where = { field: string; value: unknown }[];

/** Adds to better-auth's writes what the house wants on record about them, in the same transaction. */
export function withTrail(
  adapter: DBTransactionAdapter,
  tx: Tx,
  onSessionsEnded: () => void,
): DBTransactionAdapter {
  const { path, token, provider, profile, linking } = authRequest.getStore() ?? {};

  // The picture follows the provider; a name that somebody chose here stays.
  const fromProfile = profile && {
    avatarUrl: profile.avatarUrl,
    fullName: sql`coalesce(${users.fullName}, ${profile.name.slice(0, 120) || null})`,
  };

  async function record(userId: unknown, action: string, details?: AuditEntry['details']): Promise<void> {
    if (typeof userId !== 'string') return;
    const { requestId, ipAddress, userAgent } = authRequest.getStore() ?? {};
    await auditFor(
      tx,
      { userId, app: 'identity', requestId, ipAddress, userAgent },
      { action, resourceType: 'user', resourceId: userId, details },
    );
  }

  async function recordCreated(model: string, row: Row): Promise<void> {
    if (model === 'user') await record(row.id, 'user_signup');
    // Changing the password replaces the session of the device that did it; nobody has signed in.
    if (model === 'session' && path !== '/change-password') {
      await tx
        .update(users)
        .set({ lastLogin: sql`now()`, ...fromProfile })
        .where(eq(users.id, String(row.userId)));
      if (provider !== undefined) await requireLink(String(row.userId), provider);
      await record(row.userId, 'user_login', provider === undefined ? undefined : { provider });
      if (token !== undefined) await endReplaced(token);
    }
    if (model === 'account' && row.providerId !== 'credential') {
      const google = row.providerId === 'google' && { googleId: String(row.accountId) };
      const changes = { ...google, ...fromProfile };
      if (Object.keys(changes).length > 0) {
        await tx
          .update(users)
          .set(changes)
          .where(eq(users.id, String(row.userId)));
      }
      await record(row.userId, 'account_linked', { provider: row.providerId });
    }
  }

  async function endReplaced(replaced: string): Promise<void> {
    await tx.delete(sessions).where(eq(sessions.token, replaced));
    onSessionsEnded();
  }

  /** Whoever reads old mails must not undo a new password: no link that was sent before it works any longer. */
  async function endResets(userId: unknown): Promise<void> {
    if (typeof userId === 'string') await tx.delete(verifications).where(eq(verifications.value, userId));
  }

  /** Holds the session that a provider is linked by, so that it either ends after the link is made or makes none. */
  async function requireLinkingSession(): Promise<void> {
    const [standing] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.token, token ?? ''), gt(sessions.expiresAt, sql`now()`)))
      .for('share');
    if (!standing) throw new AppError('UNAUTHENTICATED');
  }

  /** Now that the person's row is held: whoever gets their account back by mail removes links, perhaps at this moment. */
  async function requireLink(userId: string, by: string): Promise<void> {
    const [link] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.userId, userId), eq(accounts.providerId, by)));
    if (!link) throw new AppError('UNAUTHENTICATED');
  }

  /** Holds the person that a reset is for, so that of several links that are used in one instant one works. */
  async function consumeReset(data: Parameters<DBTransactionAdapter['consumeOne']>[0]): Promise<Row | null> {
    const reset = await adapter.findOne<Row>({ model: data.model, where: data.where });
    const userId = String(reset?.value);
    if (reset) await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
    const consumed = await adapter.consumeOne<Row>(data);
    if (consumed) await endResets(userId);
    return consumed;
  }

  async function recordUpdated(model: string, userId: unknown, changes: Row): Promise<void> {
    if (model === 'account' && 'password' in changes) {
      await endResets(userId);
      await record(userId, path === '/reset-password' ? 'password_reset' : 'password_changed');
    }
    if (model === 'user' && 'name' in changes) await record(userId, 'profile_updated', { fields: ['name'] });
  }

  async function recordEnded(model: string, where: Where): Promise<void> {
    if (model !== 'session') return;
    onSessionsEnded();
    const action = endings[path ?? ''];
    if (!action) return;
    const ended = await adapter.findMany<Row>({ model, where: where as never });
    const counts = Map.groupBy(ended, (session) => session.userId);
    for (const [userId, { length }] of counts) await record(userId, action, { sessions: length });
  }

  return {
    ...adapter,
    async create(data) {
      if (data.model === 'account' && linking) await requireLinkingSession();
      const row = await adapter.create(data);
      await recordCreated(data.model, row as Row);
      // Safe because the row is passed on as it came.
      return row as never;
    },
    async update(data) {
      const row = await adapter.update(data);
      const { userId, id } = (row ?? {}) as Row;
      await recordUpdated(data.model, data.model === 'user' ? id : userId, data.update);
      return row as never;
    },
    async updateMany(data) {
      const count = await adapter.updateMany(data);
      const userId = data.where.find(({ field }) => field === 'userId')?.value;
      await recordUpdated(data.model, userId, data.update);
      return count;
    },
    // Safe because the row is passed on as it came.
    consumeOne: (data) =>
      (path === '/reset-password' ? consumeReset(data) : adapter.consumeOne(data)) as never,
    async delete(data) {
      await recordEnded(data.model, data.where);
      await adapter.delete(data);
    },
    async deleteMany(data) {
      await recordEnded(data.model, data.where);
      return adapter.deleteMany(data);
    },
  };
}

const endings: Readonly<Record<string, string>> = {
  '/sign-out': 'user_logout',
  '/revoke-other-sessions': 'sessions_revoked',
};
