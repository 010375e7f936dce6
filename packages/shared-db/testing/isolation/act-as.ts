import type { TransactionSql } from 'postgres';
import type { Actor } from './actors.ts';
import type { Scene } from './arrange-scene.ts';

/** Rows that came back, or how the attempt was refused. */
export type Answer = { rows: Record<string, unknown>[] } | { refused: string; message: string };

/**
 * Runs `attempt` as the actor, in the session of a superuser who becomes the actor's login for its duration: so it sees what was
 * arranged and can be taken back with it.
 */
export async function actAs(
  sql: TransactionSql,
  actor: Actor,
  { ownerId, strangerId }: Scene,
  attempt: (sql: TransactionSql) => Promise<Record<string, unknown>[]>,
): Promise<Answer> {
  await sql.unsafe(`set local session authorization ${loginOf(actor)}`);
  try {
    const rows = await sql.savepoint(async (savepoint) => {
      if (actor === 'owner') await openContext(savepoint, ownerId);
      if (actor === 'stranger') await openContext(savepoint, strangerId);
      if (actor === 'anonymous') await savepoint`select app.open_context('anon', null, '{}')`;
      if (actor === 'nobody') await savepoint`select set_config('role', 'authenticated', true)`;
      if (actor === 'definer') await savepoint`select set_config('app.user_id', ${ownerId}, true)`;
      return await attempt(savepoint);
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { refused: String(error.code), message: error.message };
  } finally {
    await sql.unsafe('set local session authorization default');
  }
}

function loginOf(actor: Actor): string {
  if (actor === 'service') return 'commons_service';
  return actor === 'migrator' || actor === 'definer' ? 'commons_owner' : 'commons_app';
}

const openContext = (sql: TransactionSql, userId: string) =>
  sql`select app.open_context('authenticated', ${userId}::uuid, '{}')`;
