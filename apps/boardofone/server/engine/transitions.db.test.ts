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

  it('is logged without gaps and without second thoughts', async () => {
    const id = await sessionIn('active');
    const event = (seq: number) =>
      asUser(sql`insert into boardofone.events (session_id, user_id, seq, type, data, at)
        values (${id}, ${userId}, ${seq}, 'session_resumed', '{}', now())`);
    await event(1);
    await expect(event(3)).rejects.toMatchObject({ cause: { code: '23514' } });
    await expect(event(1)).rejects.toMatchObject({ cause: { code: '23514' } });
    await event(2);
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
    const seat = sql`insert into boardofone.seats
      (user_id, session_id, position, persona_code, persona_version, name, job, is_adversarial, system_prompt, reason)
      values (${userId}, ${id}, 1, 'somebody', 1, 'Somebody', 'Asks', false, 'You ask.', 'Asked') returning id`;
    const [{ id: seatId }] = await asUser<[{ id: string }]>(seat);
    const vote = sql`insert into boardofone.votes (user_id, session_id, seat_id, is_abstention, reasoning, confidence)
      values (${userId}, ${id}, ${seatId}, true, 'So', ${confidence}::numeric)`;
    await expect(asUser(vote)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/^(23514|22003)$/) },
    });
  });
});
