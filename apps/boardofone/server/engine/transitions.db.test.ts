import { uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardofone } from '../../app.ts';
import { type Status, statuses, transitions } from '../../deliberation/states.ts';

let db: TestDatabase;
let userId: string;
beforeAll(async () => {
  db = await createTestDatabase([boardofone]);
  userId = (await db.createUser()).id;
});
afterAll(() => db?.[Symbol.asyncDispose]());

const caller = () => ({ userId, app: 'boardofone', requestId: 'test' });
const asUser = <T>(query: ReturnType<typeof sql>) =>
  db.database.asUser(caller(), (tx) => tx.execute(query)) as Promise<T>;

/** A session in this status, arranged behind the scenes. */
async function sessionIn(status: Status): Promise<string> {
  const id = uuidV7();
  const [killed, completed, paused] = ['killed', 'completed', 'paused'].map((one) => one === status);
  await db.admin`
    insert into boardofone.sessions (id, user_id, problem, seed, status, killed_at, killed_by, kill_reason, completed_at, pause_reason)
    values (${id}, ${userId}, 'Do we hire?', 1, ${status}, ${killed ? new Date() : null}, ${killed ? userId : null},
      ${killed ? 'enough' : null}, ${completed ? new Date() : null}, ${paused ? 'owner' : null})`;
  return id;
}

async function seatIn(sessionId: string): Promise<string> {
  const [{ id }] = await asUser<[{ id: string }]>(sql`insert into boardofone.seats
    (user_id, session_id, position, persona_code, persona_version, name, job, is_adversarial, system_prompt, reason)
    values (${userId}, ${sessionId}, 1, 'somebody', 1, 'Somebody', 'Asks', false, 'You ask.', 'Asked') returning id`);
  return id;
}

const event = (id: string, seq: number) =>
  sql`insert into boardofone.events (session_id, user_id, seq, type, data, at)
    values (${id}, ${userId}, ${seq}, 'session_resumed', '{}', now())`;

/** Moves a session as the person’s own login could, with everything that the status needs. */
const move = (id: string, to: Status) =>
  asUser(sql`update boardofone.sessions set status = ${to},
    pause_reason = ${to === 'paused' ? 'owner' : null},
    completed_at = case when ${to} = 'completed' then now() end,
    killed_at = case when ${to} = 'killed' then now() end,
    killed_by = case when ${to} = 'killed' then app.user_id() end,
    kill_reason = case when ${to} = 'killed' then 'enough' end
    where id = ${id}`);

const pairs = statuses.flatMap((from) =>
  statuses.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe('a status', () => {
  it.each(pairs)('%s to %s is for the table to allow', async (from, to) => {
    const id = await sessionIn(from);
    const moved = move(id, to);
    if (transitions[from].includes(to)) await moved;
    else await expect(moved).rejects.toMatchObject({ cause: { code: '23514' } });
    const [row] = await db.admin`select status from boardofone.sessions where id = ${id}`;
    expect(row?.status).toBe(transitions[from].includes(to) ? to : from);
  });

  it('that two want to change at once is changed by one, and never back to life', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await sessionIn('paused');
      await Promise.allSettled([move(id, 'killed'), move(id, 'active'), move(id, 'failed')]);
      const [row] = await db.admin`select status from boardofone.sessions where id = ${id}`;
      expect(['killed', 'failed']).toContain(row?.status);
    }
  });
});

describe('what hangs under a session', () => {
  it('is fixed once the panel sits', async () => {
    const id = await sessionIn('active');
    await db.admin`update boardofone.sessions set phase = 'initial_round', round_number = 1 where id = ${id}`;
    const option = sql`insert into boardofone.options (user_id, session_id, position, label) values (${userId}, ${id}, 1, 'Late')`;
    await expect(asUser(option)).rejects.toMatchObject({ cause: { code: '23514' } });
  });

  it('is complete once the session is over', async () => {
    const id = await sessionIn('killed');
    const fact = sql`insert into boardofone.owner_facts (user_id, session_id, round_number, content) values (${userId}, ${id}, 2, 'Late')`;
    await expect(asUser(fact)).rejects.toMatchObject({ cause: { code: '23514' } });
  });

  it.each([
    ['an event', (id: string) => event(id, 2)],
    [
      'an option',
      (id: string) =>
        sql`insert into boardofone.options (user_id, session_id, position, label) values (${userId}, ${id}, 7, 'Late')`,
    ],
    [
      'a call',
      (id: string) =>
        sql`insert into boardofone.calls (user_id, session_id, step, purpose, round_number, reserved_cost, prompt_hash)
          values (${userId}, ${id}, 'late', 'memo', 0, 0, '')`,
    ],
    [
      'a memo',
      (id: string) =>
        sql`insert into boardofone.memos (user_id, session_id, body, minority, baseline)
          values (${userId}, ${id}, '{}', '[]', '{}')`,
    ],
    [
      'another reason',
      (id: string) => sql`update boardofone.sessions set kill_reason = 'Late' where id = ${id}`,
    ],
    ['another outcome', (id: string) => sql`update boardofone.sessions set outcome = '{}' where id = ${id}`],
    ['another cap', (id: string) => sql`update boardofone.sessions set cap_usd = 2 where id = ${id}`],
  ])('does not get %s after the end, not even from its owner', async (_, forge) => {
    const id = await sessionIn('killed');
    await db.admin`
      insert into boardofone.events (session_id, user_id, seq, type, data, at)
      values (${id}, ${userId}, 1, 'session_killed', '{}', now())`;
    await expect(asUser(forge(id))).rejects.toMatchObject({ cause: { code: '23514' } });
  });

  it.each([
    [
      'speaks',
      (id: string, seatId: string) =>
        sql`insert into boardofone.contributions (user_id, session_id, seat_id, round_number, phase)
          values (${userId}, ${id}, ${seatId}, 1, 'initial_round')`,
    ],
    [
      'votes',
      (id: string, seatId: string) =>
        sql`insert into boardofone.votes (user_id, session_id, seat_id, is_abstention) values (${userId}, ${id}, ${seatId}, true)`,
    ],
  ])('has no seat that %s after the end', async (_, add) => {
    const id = await sessionIn('active');
    const seatId = await seatIn(id);
    await move(id, 'killed');
    await expect(asUser(add(id, seatId))).rejects.toMatchObject({ cause: { code: '23514' } });
  });

  it('is put away, and still counts what late answers cost', async () => {
    const id = await sessionIn('killed');
    await asUser(sql`update boardofone.sessions set archived_at = now(), total_cost = 0.5 where id = ${id}`);
  });

  it('goes with it, whatever it was at', async () => {
    const id = await sessionIn('active');
    await seatIn(id);
    await db.admin`update boardofone.sessions set phase = 'voting', round_number = 1 where id = ${id}`;
    await asUser(sql`delete from boardofone.sessions where id = ${id}`);
    expect(await db.admin`select 1 from boardofone.seats where session_id = ${id}`).toEqual([]);
  });

  it.each([
    [
      'speaks once in a round',
      (id: string, seatId: string) =>
        sql`insert into boardofone.contributions (user_id, session_id, seat_id, round_number, phase)
          values (${userId}, ${id}, ${seatId}, 1, 'initial_round')`,
    ],
    [
      'votes once',
      (id: string, seatId: string) =>
        sql`insert into boardofone.votes (user_id, session_id, seat_id, is_abstention) values (${userId}, ${id}, ${seatId}, true)`,
    ],
  ])('has seats of which each %s', async (_, add) => {
    const id = await sessionIn('active');
    const seatId = await seatIn(id);
    await asUser(add(id, seatId));
    await expect(asUser(add(id, seatId))).rejects.toMatchObject({ cause: { code: '23505' } });
  });

  it('is logged without gaps and without second thoughts', async () => {
    const id = await sessionIn('active');
    await asUser(event(id, 1));
    await expect(asUser(event(id, 3))).rejects.toMatchObject({ cause: { code: '23514' } });
    await expect(asUser(event(id, 1))).rejects.toMatchObject({ cause: { code: '23514' } });
    await asUser(event(id, 2));
  });

  it.each(['NaN', '-0.01', '1000000', 'Infinity'])('costs no %s', async (cost) => {
    const id = await sessionIn('active');
    const change = sql`update boardofone.sessions set total_cost = ${cost}::numeric where id = ${id}`;
    await expect(asUser(change)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/^(23514|22003)$/) },
    });
  });

  it.each(['9.99', '-0.1', 'NaN'])('is voted for with no confidence of %s', async (confidence) => {
    const id = await sessionIn('active');
    const seatId = await seatIn(id);
    const vote = sql`insert into boardofone.votes (user_id, session_id, seat_id, is_abstention, reasoning, confidence)
      values (${userId}, ${id}, ${seatId}, true, 'So', ${confidence}::numeric)`;
    await expect(asUser(vote)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/^(23514|22003)$/) },
    });
  });
});
