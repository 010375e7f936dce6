import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { usualTables } from './usual/tables.ts';

/** Somebody with notes and a session, the same in every app. */
export interface Person {
  id: string;
  token: string;
}

const people = 100;

/** Puts the same people, sessions and notes into the product's tables and into those of the usual app. */
export async function fillTables(
  logins: { owner: string; service: string },
  rows: number,
  manyRows: number,
): Promise<Person[]> {
  const owner = postgres(logins.owner, { max: 1, fetch_types: false, onnotice: () => {} });
  const service = postgres(logins.service, { max: 1, fetch_types: false });
  const persons = Array.from({ length: people }, () => ({ id: randomUUID(), token: randomUUID() }));
  const ids = persons.map(({ id }) => id);
  const tokens = persons.map(({ token }) => token);
  await owner.unsafe(usualTables);
  await service`set statement_timeout = 0`;
  const each = (sql: Sql) => sql`unnest(${list(ids)}::uuid[], ${list(tokens)}::text[]) as person (id, token)`;
  await service`insert into public.users (id, email, full_name) select id, id || '@example.org', 'Some Body' from ${each(service)}`;
  await service`
    insert into identity.sessions (user_id, token, expires_at) select id, token, now() + interval '1 day' from ${each(service)}`;
  await owner`insert into usual.users (id, email, name) select id, id || '@example.org', 'Some Body' from ${each(owner)}`;
  await owner`
    insert into usual.sessions (user_id, token, expires_at) select id, token, now() + interval '1 day' from ${each(owner)}`;
  const notes = (sql: Sql, count: number) => sql`
    select person.id, 'Note ' || n, repeat('words ', 15)
    from generate_series(1, ${Math.round(count / people)}::int) as n, ${each(sql)}`;
  await service`insert into bench.notes (user_id, title, body) ${notes(service, rows)}`;
  await owner`insert into usual.notes (user_id, title, body) ${notes(owner, rows)}`;
  await service`insert into bench.many_notes (user_id, title, body) ${notes(service, manyRows)}`;
  await owner`analyze`;
  await Promise.all([owner.end(), service.end()]);
  return persons;
}

const list = (values: string[]) => `{${values.join(',')}}`;
