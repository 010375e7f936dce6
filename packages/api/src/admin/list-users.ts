import { auditFor, users } from '@commons/shared-db';
import { type ServiceDatabase, sessions } from '@commons/shared-db/service';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ListUsers } from './schemas.ts';

/** A person as an operator sees them: who and when, nothing of what they wrote. */
export interface ListedUser {
  id: string;
  email: string;
  name: string | null;
  createdAt: Date | null;
  lastLogin: Date | null;
  sessions: number;
}

/** One page of people, the oldest first, and where the next one begins. */
export async function listUsers(
  service: ServiceDatabase,
  requestId: string,
  { after, limit, email }: z.infer<typeof ListUsers>,
): Promise<{ users: ListedUser[]; next: string | null }> {
  return service.asService('admin: list users', async (tx) => {
    const live = tx
      .select({ count: sql<number>`count(*)::int` })
      .from(sessions)
      .where(and(eq(sessions.userId, users.id), gt(sessions.expiresAt, sql`now()`)));
    const found = await tx
      .select({
        id: users.id,
        email: users.email,
        name: users.fullName,
        createdAt: users.createdAt,
        lastLogin: users.lastLogin,
        sessions: sql<number>`(${live})`,
      })
      .from(users)
      .where(
        and(
          after === undefined ? undefined : gt(users.id, after),
          email === undefined ? undefined : eq(sql`lower(${users.email})`, email.toLowerCase()),
        ),
      )
      .orderBy(asc(users.id))
      .limit(limit + 1);
    const page = found.slice(0, limit);
    await auditFor(tx, undefined, {
      action: 'admin_users_listed',
      resourceType: 'user',
      details: { requestId, users: page.length },
    });
    return { users: page, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}
