import type { Command } from '@commons/shared-db';
import { type Arrange, type Row, rolledBack } from '@commons/shared-db/testing';
import { loggedResources } from '../../care/schemas.ts';
import type { CaregiverAccess } from '../../db/access-matrix.ts';
import { isolation } from '../../db/isolation.ts';
import type { MatrixActor } from './actors.ts';
import { type MatrixScene, textsOf } from './arrange-scene.ts';

type Sql = Arrange['sql'];

/** One attempt: by whom, at what, and whether readings are announced first. */
export interface Attempt {
  table: string;
  access: CaregiverAccess;
  actor: MatrixActor;
  command: Command;
  isAnnounced: boolean;
  /** The actor wrote the row. */
  isAuthor?: boolean;
}

/**
 * What becomes of the attempt, which is taken back afterwards. UPDATE and DELETE have no WHERE, so that their own policies decide
 * and not the one for SELECT.
 */
export function tryCommand(sql: Sql, scene: MatrixScene, attempt: Attempt): Promise<string> {
  return rolledBack(sql, async (transaction) => {
    const { table, command, actor, access } = attempt;
    const userId = scene.userIds.get(actor) ?? '';
    const target = attempt.isAuthor
      ? await signAs(transaction, { table, target: scene.target, columns: access.authors ?? [], userId })
      : scene.target;
    await transaction.unsafe(`set local session authorization ${actor.login}`);
    try {
      const seen = await transaction.savepoint((savepoint) => act(savepoint, scene, attempt));
      await transaction.unsafe('set local session authorization default');
      if (command === 'insert') return 'reached';
      const texts = command === 'select' ? seen : await textsOf(transaction, table);
      return texts.includes(target) === (command === 'select') ? 'reached' : 'not reached';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      if (code === undefined) throw error;
      return code === '42501' ? 'not reached' : `failed with ${code}`;
    }
  });
}

/** Makes somebody the author of the row. */
async function signAs(
  sql: Sql,
  {
    table,
    target,
    columns,
    userId,
  }: { table: string; target: string; columns: readonly string[]; userId: string },
): Promise<string> {
  const values = Object.fromEntries(columns.map((column) => [column, userId]));
  await sql`
    update ${sql(table)} set ${sql(values)} where ctid = (select ctid from ${sql(table)} as seen where seen::text = ${target})`;
  const [row] = await sql`
    select seen::text as text from ${sql(table)} as seen where ${sql(columns[0] ?? '')} = ${userId}`;
  return String(row?.text);
}

async function act(sql: Sql, scene: MatrixScene, attempt: Attempt): Promise<string[]> {
  const { table, access, actor, command, isAnnounced } = attempt;
  const userId = scene.userIds.get(actor) ?? '';
  const isSignedIn = actor.as === 'person' || actor.as === 'holder';
  if (actor.as === 'anon') await sql`select app.open_context('anon', null, '{}')`;
  if (isSignedIn) await sql`select app.open_context('authenticated', ${userId}::uuid, '{}')`;
  if (isSignedIn && isAnnounced) {
    for (const profileId of scene.profileIds)
      for (const resource of loggedResources)
        await sql`select grace.open_record(${profileId}::uuid, ${resource}, null, 'app')`;
  }
  if (command === 'select') return textsOf(sql, table);
  if (command === 'insert') {
    const authors = actor.as === 'person' && access.isSigned ? (access.authors ?? []) : [];
    const row: Row = { ...scene.described, ...Object.fromEntries(authors.map((column) => [column, userId])) };
    await sql`insert into ${sql(table)} ${sql(row)}`;
  }
  if (command === 'update') {
    await sql`update ${sql(table)} set ${sql(access.change ?? isolation[table]?.change ?? {})}`;
  }
  if (command === 'delete') await sql`delete from ${sql(table)}`;
  return [];
}
