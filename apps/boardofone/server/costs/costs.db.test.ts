import { uuidV7 } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUsd } from '../../money/add-usd.ts';
import { dollars } from '../../money/dollars.ts';
import { ready, untilSettled, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { costsQuery } from './read.ts';

let board: RunningBoard;
const models = scriptedModels();
beforeAll(async () => {
  board = await startBoard({ models });
});
afterAll(() => board?.[Symbol.asyncDispose]());

const always = { from: '2026-01-01', to: '2026-12-31', timeZone: 'UTC' };
const thisYear = () => {
  const year = new Date().getUTCFullYear();
  return { ...always, from: `${year}-01-01`, to: `${year}-12-31` };
};
/** Node knows it, and PostgreSQL has no file of it. */
const zoneUnknownThere = 'US/Pacific-New';
const sumOf = (parts: readonly { cost: string }[]) =>
  parts.reduce((total, { cost }) => addUsd(total, cost), '0');

/** Calls of a session in one batch, each a cent, at these instants. */
async function addCalls(person: BoardPerson, instants: readonly string[]): Promise<string> {
  const id = uuidV7();
  const { admin } = board.server.db;
  await admin`insert into boardofone.sessions (id, user_id, problem, seed) values (${id}, ${person.userId}, 'Do we move?', 1)`;
  await admin`
    insert into boardofone.calls (user_id, session_id, step, purpose, round_number, status, reserved_cost, cost, prompt_hash, created_at)
    select ${person.userId}, ${id}, 'step ' || place, 'baseline', 0, 'settled', 0, 0.01, 'hash', made_at
    from unnest(${instants as string[]}::timestamptz[]) with ordinality as call (made_at, place)`;
  return id;
}

describe('what somebody has spent', () => {
  it('is the sum of their sessions, however it is added up, and nothing of anybody else', async () => {
    const [anna, ben] = [await board.signUp(), await board.signUp()];
    models.costUsd = '0.00123457';
    const ids = await Promise.all([anna, anna, ben].map((person) => ready(person, { seatsWanted: 3 })));
    for (const [at, id] of ids.entries()) {
      await untilView(at === 2 ? ben : anna, id, ({ status }) => status === 'completed');
    }
    const costs = await anna.client.costs.read.query(thisYear());
    const { items } = await anna.client.sessions.list.query({});
    const ofSessions = sumOf(items.map(({ totalCost }) => ({ cost: totalCost })));
    const calls = models.prompts.length;

    expect(costs.total).toMatchObject({ sessions: 2 });
    expect(costs.total.calls).toBeGreaterThan(20);
    expect(costs.total.calls).toBeLessThan(calls);
    expect(dollars(costs.total.cost)).toBe(dollars(ofSessions));
    for (const part of [costs.byDay, costs.byPhase, costs.byModel, costs.byPersona]) {
      expect(dollars(sumOf(part))).toBe(dollars(ofSessions));
      expect(part.reduce((sum, one) => sum + one.calls, 0)).toBe(costs.total.calls);
    }
    expect(costs.byPhase.map(({ phase }) => phase).toSorted()).toEqual([
      'deliberation',
      'initial_round',
      'problem_decomposition',
      'synthesis',
      'voting',
    ]);
    expect(costs.byModel.map(({ model }) => model)).toEqual(['claude-haiku-4-5']);
    expect(costs.byPersona.filter(({ code }) => code === null)).toHaveLength(1);
    expect(costs.byPersona.length).toBeGreaterThan(3);
  });

  it('has what was asked after a session, of whoever answered', async () => {
    const anna = await board.signUp();
    models.costUsd = '0.00100000';
    const sessionId = await ready(anna, { maxRounds: 0 });
    const { seats } = await untilView(anna, sessionId, ({ status }) => status === 'completed');
    const before = await anna.client.costs.read.query(thisYear());
    for (const seatId of [seats[0]?.id ?? null, null]) {
      const id = uuidV7();
      await anna.client.followUps.ask.mutate({ id, sessionId, seatId, question: 'Why?' });
      await untilSettled(anna, sessionId, id);
    }
    const after = await anna.client.costs.read.query(thisYear());

    expect(dollars(after.total.cost)).toBe(dollars(addUsd(before.total.cost, '0.002')));
    expect(after.byPhase.find(({ phase }) => phase === 'follow_up')).toMatchObject({ calls: 2 });
    const callsOf = ({ byPersona }: typeof before, of: string | null) =>
      byPersona.find(({ code }) => code === of)?.calls ?? 0;
    for (const of of [seats[0]?.personaCode ?? '', null]) {
      expect(callsOf(after, of)).toBe(callsOf(before, of) + 1);
    }
  });

  it('has what voices were tried on, once for each call, under their names or as one that is gone', async () => {
    const anna = await board.signUp();
    models.costUsd = '0.00100000';
    const voiceOf = () => anna.client.ownPersonas.clone.mutate({ id: uuidV7(), code: 'red_teamer' });
    const [kept, gone] = [await voiceOf(), await voiceOf()];
    for (const { code } of [kept, kept, gone]) {
      await anna.client.ownPersonas.try.mutate({ id: uuidV7(), code, question: 'Do we bake on Sundays?' });
    }
    await anna.client.ownPersonas.remove.mutate({ code: gone.code });
    const costs = await anna.client.costs.read.query(thisYear());

    expect(costs.total).toMatchObject({ calls: 3, sessions: 0 });
    expect(dollars(costs.total.cost)).toBe('$0.0030');
    expect(costs.byPhase).toMatchObject([{ phase: 'voice_trial', calls: 3 }]);
    expect(costs.byModel).toMatchObject([{ model: 'claude-haiku-4-5', calls: 3 }]);
    expect(costs.byPersona).toMatchObject([
      { code: kept.code, name: kept.name, calls: 2 },
      { code: gone.code, name: null, calls: 1 },
    ]);
  });

  it('has what failed or is tried again, and nothing that is only set aside', async () => {
    const anna = await board.signUp();
    const id = await addCalls(anna, Array(4).fill('2026-05-05T12:00:00Z'));
    const statuses = ['settled', 'failed', 'again', 'reserved'];
    for (const [at, status] of statuses.entries()) {
      await board.server.db.admin`
        update boardofone.calls set status = ${status}, cost = ${status === 'reserved' ? 0 : 0.01}, reserved_cost = 5
        where session_id = ${id} and step = ${`step ${at + 1}`}`;
    }
    const { total } = await anna.client.costs.read.query(always);

    expect([dollars(total.cost), total.calls]).toEqual(['$0.0300', 3]);
  });

  it('is of the days of their own zone, on both sides of a change of the clocks', async () => {
    const anna = await board.signUp();
    await addCalls(anna, [
      '2026-03-06T12:00:00Z',
      '2026-03-07T04:59:59Z',
      '2026-03-07T05:00:00Z',
      '2026-03-08T04:59:59Z',
      '2026-03-08T05:00:00Z',
      '2026-03-09T03:30:00Z',
      '2026-03-09T03:59:59Z',
      '2026-03-09T04:00:00Z',
    ]);
    const callsIn = async (timeZone: string) => {
      const range = { from: '2026-03-07', to: '2026-03-08', timeZone };
      const { byDay } = await anna.client.costs.read.query(range);
      return Object.fromEntries(byDay.map(({ day, calls }) => [day, calls]));
    };

    expect(await callsIn('America/New_York')).toEqual({ '2026-03-07': 2, '2026-03-08': 3 });
    expect(await callsIn('Etc/GMT+5')).toEqual({ '2026-03-07': 2, '2026-03-08': 4 });
    expect(await callsIn('UTC')).toEqual({ '2026-03-07': 2, '2026-03-08': 2 });
    expect(await callsIn('Pacific/Kiritimati')).toEqual({ '2026-03-07': 3, '2026-03-08': 2 });
  });

  it('is nothing while nothing was asked', async () => {
    const anna = await board.signUp();
    const { total, byDay } = await anna.client.costs.read.query(always);

    expect(total).toEqual({ cost: '0', calls: 0, sessions: 0 });
    expect(byDay).toEqual([]);
  });

  it.each([
    ['an end before its beginning', { from: '2026-02-02', to: '2026-02-01' }, 'The last day is before'],
    ['more than a year', { from: '2025-01-01', to: '2026-12-31' }, 'Choose a year at most'],
    ['a day that is none', { from: '2026-02-30' }, 'Choose the first day'],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'This time zone is not known'],
    ['an offset for a zone', { timeZone: '+02:00' }, 'This time zone is not known'],
    ['a zone that the database does not know', { timeZone: zoneUnknownThere }, 'does not know the time zone'],
  ])('is not told for %s', async (_, change, words) => {
    const anna = await board.signUp();
    const response = await anna.request(
      `/boardofone/trpc/costs.read?input=${encodeURIComponent(JSON.stringify({ ...always, ...change }))}`,
    );

    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
  });

  it('of a month is found by an index, among many calls of many people', async () => {
    const { admin, database } = board.server.db;
    const hours = Array.from({ length: 3_000 }, (_, hour) =>
      new Date(Date.UTC(2026, 0, 1, hour)).toISOString(),
    );
    const anna = await board.signUp();
    await addCalls(anna, hours);
    for (let other = 0; other < 4; other += 1) await addCalls(await board.signUp(), hours);
    await admin`analyze boardofone.calls`;
    const range = { from: '2026-02-01', to: '2026-02-07', timeZone: 'Europe/Berlin' };
    const plan = await database.asUser({ userId: anna.userId }, async (tx) => {
      const rows = await tx.execute<{ 'QUERY PLAN': string }>(
        sql`explain ${costsQuery(tx, anna.userId, range).getSQL()}`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

    expect(plan).toContain('calls_user_id_created_at_idx');
    expect(plan).not.toMatch(/Seq Scan on calls/);
  });
});
