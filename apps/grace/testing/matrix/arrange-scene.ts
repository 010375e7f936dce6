import { randomUUID } from 'node:crypto';
import type { Arrange, Row } from '@commons/shared-db/testing';
import type { CaregiverAccess } from '../../db/access-matrix.ts';
import { isolation } from '../../db/isolation.ts';
import { type MatrixActor, matrixActors } from './actors.ts';

type Sql = Arrange['sql'];

/** A row of a holder, another that is only described, and everybody who tries to reach them. */
export interface MatrixScene {
  /** What stands in the table, as text. */
  target: string;
  /** To be inserted. */
  described: Row;
  /** The profiles that the holder has, whose grants the actors have. */
  profileIds: string[];
  userIds: Map<MatrixActor, string>;
}

/** Makes everybody and everything, as a superuser. */
export async function arrangeMatrix(sql: Sql, table: string, access: CaregiverAccess): Promise<MatrixScene> {
  const insert = async (name: string, values: Row): Promise<Row> => {
    const [row] = await sql`insert into ${sql(name)} ${sql(values)} returning *`;
    return row ?? {};
  };
  const person = async () => {
    const id = randomUUID();
    await insert('public.users', { id, email: `${id}@example.org` });
    return id;
  };
  const [holderId, otherHolderId] = [await person(), await person()];
  const expectation = isolation[table];
  if (!expectation) throw new Error(`${table} has no expectations in isolation.ts.`);
  const describe = async (ownerId: string) => await expectation.row({ ownerId, insert, sql });
  await insert(table, await describe(otherHolderId));
  const before = await textsOf(sql, table);
  await insert(table, { ...(await describe(holderId)), ...access.shown });
  const target = (await textsOf(sql, table)).find((text) => !before.includes(text)) ?? '';
  const described = await describe(holderId);
  const profilesOf = async (id: string) =>
    (await sql<{ id: string }[]>`select id from grace.profiles where user_id = ${id}`).map((row) => row.id);
  const [profileIds, elsewhere] = [await profilesOf(holderId), await profilesOf(otherHolderId)];

  const userIds = new Map<MatrixActor, string>();
  for (const actor of matrixActors) {
    const id = actor.as === 'holder' ? holderId : await person();
    userIds.set(actor, id);
    for (const profileId of actor.isElsewhere ? elsewhere : profileIds)
      await grant(sql, actor, id, profileId);
  }
  return { target, described, profileIds, userIds };
}

/** Every row that whoever asks can see, as text. */
export const textsOf = async (sql: Sql, table: string): Promise<string[]> =>
  (await sql<{ text: string }[]>`select seen::text as text from ${sql(table)} as seen`).map(
    ({ text }) => text,
  );

async function grant(sql: Sql, actor: MatrixActor, userId: string, profileId: string): Promise<void> {
  if (!actor.grant) return;
  const { level, scopes } = actor.grant;
  const start = actor.state === 'not started' ? '1 hour' : '-2 days';
  const end = actor.state === 'expired' ? '-1 hour' : '1 year';
  const isEnded = actor.state === 'revoked' || actor.state === 'left';
  await sql`
    insert into grace.caregivers (profile_id, user_id, name, level, scopes, starts_at, ends_at, ended_at, ended_by)
    values (${profileId}, ${userId}, 'Ben', ${level}, ${[...scopes]}, now() + ${start}::interval, now() + ${end}::interval,
      ${isEnded ? new Date() : null}, ${actor.state === 'left' ? userId : null})`;
}
