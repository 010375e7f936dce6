import type { Database } from '@commons/shared-db';
import { CreateSession } from '../../server/sessions/schemas.ts';
import { accounts } from '../schema/accounts.ts';
import { sessions } from '../schema/sessions.ts';
import { demoDecisions } from './decisions.ts';
import { beginSession, playerOf, playSession } from './play-session.ts';

/** Decisions of a demonstration account, unless it has any: all but the last go up to their memo. */
export async function addDecisions(
  database: Database,
  userId: string,
  now = () => new Date(),
): Promise<void> {
  const player = playerOf(database, userId, now);
  const isNew = await player.asUser(async (tx) => {
    const [any] = await tx.select({ id: sessions.id }).from(sessions).limit(1);
    if (any) return false;
    await tx.insert(accounts).values({ userId, consentAt: now(), hasMails: false }).onConflictDoNothing();
    return true;
  });
  if (!isNew) return;
  const inputs = demoDecisions.map((decision) => CreateSession.parse(decision));
  for (const [index, input] of inputs.entries()) {
    await (index < inputs.length - 1 ? playSession(player, input) : beginSession(player, input));
  }
}
