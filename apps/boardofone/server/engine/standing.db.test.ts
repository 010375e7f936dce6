import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { approve, ready, start, untilView } from '../../testing/drive.ts';
import { hanging, type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let models: ScriptedModels;
let anna: BoardPerson;
const modelQuota = { tokensPerDay: 1_000_000, usdPerDay: 1 };
beforeAll(async () => {
  models = scriptedModels();
  board = await startBoard({ models, env: { modelQuota } });
});
beforeEach(async () => {
  models.prompts.length = 0;
  models.costUsd = '0.00100000';
  models.script = () => undefined;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const refusedWith = (code: string) => ({ data: { code } });
const paused = (id: string) => untilView(anna, id, ({ status }) => status === 'paused');
const asAnna = (query: ReturnType<typeof sql>) =>
  board.server.db.database.asUser({ userId: anna.userId, app: 'boardofone', requestId: 'test' }, (tx) =>
    tx.execute(query),
  );

describe('consent that is withdrawn', () => {
  it('lets no further call begin, and says why', async () => {
    const { id } = await ask(anna);
    await approve(anna, id);
    const before = models.prompts.length;
    await anna.client.account.consent.mutate({ isGiven: false });
    await start(anna, id);
    const { pause } = await paused(id);

    expect(pause).toMatchObject({ reason: 'no_consent', words: expect.stringContaining('Agree') });
    expect(models.prompts).toHaveLength(before);
    await expect(anna.client.sessions.resume.mutate({ id })).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await anna.client.account.consent.mutate({ isGiven: true });
    await anna.client.sessions.resume.mutate({ id });
    await untilView(anna, id, ({ status }) => status === 'completed');
  });
});

describe('the share of the day', () => {
  it('that is used up pauses the session, and resuming goes on when there is more', async () => {
    const { id } = await ask(anna);
    await approve(anna, id);
    await board.server.db.admin`
      insert into public.model_usage (user_id, app, purpose, provider, model, cost_usd, usage_source, resource_type)
      values (${anna.userId}, 'chidi', 'answer', 'anthropic', 'claude-haiku-4-5', 1, 'provider', 'message')`;
    const before = models.prompts.length;
    await start(anna, id);
    const { pause } = await paused(id);

    expect(pause).toMatchObject({ reason: 'daily_quota', words: expect.stringContaining('tomorrow') });
    expect(models.prompts).toHaveLength(before);
    await board.server.db.admin`delete from public.model_usage where user_id = ${anna.userId}`;
    await anna.client.sessions.resume.mutate({ id });
    await untilView(anna, id, ({ status }) => status === 'completed');
  });

  it('is reserved before a call and given back with its answer', async () => {
    const held = Promise.withResolvers<void>();
    const reserved = async () => {
      const [row] = await board.server.db.admin`
        select count(*)::int as calls from app.model_reservations where user_id = ${anna.userId}`;
      return row?.calls;
    };
    models.script = async () => {
      await held.promise;
      return undefined;
    };
    const { id } = await ask(anna);
    await expect.poll(reserved, { timeout: 20_000 }).toBe(1);
    held.resolve();
    await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
    expect(await reserved()).toBe(0);
  });
});

describe('what a tier and a panel allow', () => {
  it('binds a session whose row says otherwise', async () => {
    const { id } = await ask(anna);
    await approve(anna, id);
    await asAnna(sql`update boardofone.sessions set cap_usd = 900, total_cost = 1.99999 where id = ${id}`);
    const before = models.prompts.length;
    await start(anna, id);

    expect((await paused(id)).pause?.reason).toBe('cost_cap');
    expect(models.prompts).toHaveLength(before);
    await expect(
      asAnna(sql`update boardofone.accounts set tier = 'enterprise' where user_id = ${anna.userId}`),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('does not come back when sessions are deleted', async () => {
    const { id } = await ask(anna);
    await anna.client.sessions.kill.mutate({ id, reason: 'A mistake.' });
    await anna.client.sessions.remove.mutate({ id });

    expect(await anna.client.account.mine.query()).toMatchObject({ sessionsThisMonth: 1 });
  });

  it('lets no panel start without a sceptic', async () => {
    const { id } = await ask(anna);
    const { version } = await approve(anna, id);
    const agreeable = await board.server.db.admin`
      select code from boardofone.persona_versions where not is_adversarial order by code limit 3`;
    const seats = agreeable.map(({ code }) => ({ code }));

    await expect(anna.client.panel.start.mutate({ id, version, seats })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { seats: [expect.stringContaining('sceptic')] } },
    });
  });

  it('lets no seat have a model whose price nobody knows', async () => {
    const { id } = await ask(anna);
    await approve(anna, id);
    const { seats } = await untilView(anna, id, ({ waitsFor }) => waitsFor === 'panel');
    const { version } = await anna.client.sessions.byId.query({ id });
    const usual = models.priceOf;
    onTestFinished(() => {
      models.priceOf = usual;
    });
    models.priceOf = (size) => (size.model === 'a-secret-giant' ? null : usual(size));
    const wanted = seats.map(({ personaCode }) => ({ code: personaCode, model: 'a-secret-giant' }));

    await expect(anna.client.panel.start.mutate({ id, version, seats: wanted })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { seats: [expect.stringContaining('a-secret-giant')] } },
    });
  });
});

describe('somebody who is gone', () => {
  it('is charged for what was under way, and nobody tries again', async () => {
    const begun = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    models.script = async () => {
      begun.resolve();
      await held.promise;
      return undefined;
    };
    const { id } = await ask(anna);
    await begun.promise;
    await anna.client.sessions.kill.mutate({ id, reason: 'A mistake.' });
    await anna.client.sessions.remove.mutate({ id });
    held.resolve();
    const charged = async () => {
      const [row] = await board.server.db.admin`
        select sum(cost_usd)::text as cost from public.model_usage where resource_id = ${id}`;
      return row?.cost;
    };
    await expect.poll(charged, { timeout: 20_000 }).toBe('0.00100000');
    expect(models.prompts).toHaveLength(1);
    expect(board.server.logText()).not.toContain('a job failed');
  });

  it('with their account leaves nothing behind', async () => {
    const begun = Promise.withResolvers<void>();
    models.script = (_, signal) => {
      begun.resolve();
      return hanging(signal);
    };
    const { id } = await ask(anna);
    await begun.promise;
    await board.server.db.admin`delete from public.users where id = ${anna.userId}`;
    const rows = await board.server.db.admin`select 1 from boardofone.events where session_id = ${id}`;
    expect(rows).toEqual([]);
    expect(models.prompts).toHaveLength(1);
  });
});

describe('what was under discussion', () => {
  it('is in no log of the server', async () => {
    const id = await ready(anna, { problem: 'Shall we sell the heirloom-of-Aunt-Philomena?' });
    await untilView(anna, id, ({ status }) => status === 'completed');
    expect(board.server.logText()).not.toContain('Philomena');
  });
});

describe('an answer to a question', () => {
  it('of another session is not found, be it one’s own', async () => {
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const [said] = await anna.client.room.contributions.query({ id });
    const other = await ask(anna);
    const fact = { id: other.id, factId: crypto.randomUUID(), content: 'Yes.', answersId: said?.id ?? null };
    await expect(anna.client.room.say.mutate(fact)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });
});

describe('many decisions at once', () => {
  it('are refused beyond what one person’s jobs may be, in words', async () => {
    models.script = (_, signal) => hanging(signal);
    await board.server.db.admin`update boardofone.accounts set tier = 'pro' where user_id = ${anna.userId}`;
    const tries = await Promise.allSettled(Array.from({ length: 14 }, () => ask(anna)));
    const refused = tries.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []));

    expect(refused).toHaveLength(4);
    for (const reason of refused) expect(reason).toMatchObject(refusedWith('RATE_LIMITED'));
  });
});
