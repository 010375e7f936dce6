import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, untilSettled, untilView } from '../../testing/drive.ts';
import { type Script, scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, bakery, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let anna: BoardPerson;
let id: string;
beforeAll(async () => {
  board = await startBoard({ models: scriptedModels(oneStandsAlone()) });
  anna = await board.signUp();
  id = await ready(anna);
  await untilView(anna, id, ({ status }) => status === 'completed');
});
afterAll(() => board?.[Symbol.asyncDispose]());

/** Whoever speaks first wants to wait, and is alone with that until the end. */
function oneStandsAlone(): Script {
  let first = '';
  return ({ purpose, system }) => {
    if (purpose === 'position') first ||= system.slice(0, 100);
    if (!first || !system.startsWith(first)) return undefined;
    return purpose === 'position'
      ? { option: 'O3', argument: 'Wait for the spring.' }
      : { ranking: ['O3', 'O1', 'O2'], approvals: ['O3'] };
  };
}

const visit = (token: string) => board.server.visitor.client.sharing.byLink.mutate({ token });
const share = (days: 1 | 30 | 365 = 30) => anna.client.sharing.create.mutate({ sessionId: id, days });
const links = () => anna.client.sharing.links.query({ sessionId: id });
const refusedWith = (code: string) => ({ data: { code } });

describe('a link', () => {
  it('shows memo and minority report to whoever has it', async () => {
    const { token } = await share();

    expect(await visit(token)).toMatchObject({
      heading: bakery.problem,
      seats: 5,
      isRehearsal: false,
      outcome: expect.stringContaining('Open a second bakery'),
      body: { recommendation: [{ text: 'Open it.', sources: 1 }], risks: [{ sources: 0 }] },
      minority: [{ option: 'Do nothing for now', seats: 1, quote: 'Wait for the spring.' }],
    });
  });

  it('shows nothing else that the owner wrote, and nobody’s name', async () => {
    const asked = {
      id: crypto.randomUUID(),
      sessionId: id,
      seatId: null,
      question: 'Will Aunt Philomena pay?',
    };
    await anna.client.followUps.ask.mutate(asked);
    const { answer } = await untilSettled(anna, id, asked.id);
    const { token } = await share();
    const shown = JSON.stringify(await visit(token));

    expect(shown).not.toContain('Philomena');
    expect(shown).not.toContain(answer);

    expect(shown).not.toContain(bakery.context.slice(0, 20));
    expect(shown).not.toContain(bakery.constraints.slice(0, 10));
    expect(shown).not.toContain(id);
    expect(shown).not.toContain(anna.userId);
    expect(shown).not.toContain(anna.email);
  });

  it('is stored as a hash alone', async () => {
    const { token } = await share();
    const rows = await board.server.db.admin`select * from boardofone.share_links`;

    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map((row) => row.token_hash)).toContain(createHash('sha256').update(token).digest('hex'));
  });

  it('shows nothing from the moment at which it is revoked', async () => {
    const { token } = await share();
    const other = await share();
    const [newest, before] = await links();
    await anna.client.sharing.revoke.mutate({ id: before?.id ?? '' });

    await expect(visit(token)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    expect(await visit(other.token)).toMatchObject({ seats: 5 });
    expect((await links()).find(({ id: one }) => one === before?.id)?.revokedAt).toBeTruthy();
    await expect(anna.client.sharing.revoke.mutate({ id: before?.id ?? '' })).rejects.toMatchObject(
      refusedWith('NOT_FOUND'),
    );
    expect(newest?.revokedAt).toBeNull();
  });

  it('shows nothing when its time is over', async () => {
    const { token } = await share(1);
    const [newest] = await links();
    await board.server.db.admin`
      update boardofone.share_links set expires_at = now() - interval '1 second' where id = ${newest?.id ?? ''}`;

    await expect(visit(token)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    expect((await links()).find(({ id: one }) => one === newest?.id)).toMatchObject({
      isOver: true,
      revokedAt: null,
    });
  });

  it.each(['guessed', '0'.repeat(64), "' or true --"])('that is guessed shows nothing: %s', async (token) => {
    await expect(visit(token)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });

  it('is not what its hash is', async () => {
    await share();
    const [row] = await board.server.db.admin`select token_hash from boardofone.share_links limit 1`;

    await expect(visit(row?.token_hash)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });

  it('leaves a line in the audit log when it is made and when it is revoked', async () => {
    await share();
    const [newest] = await links();
    await anna.client.sharing.revoke.mutate({ id: newest?.id ?? '' });

    expect(
      await board.server.db.admin`
        select user_id, action, resource_id from public.audit_log
        where details ->> 'linkId' = ${newest?.id ?? ''} order by "timestamp"`,
    ).toEqual([
      { user_id: anna.userId, action: 'memo_shared', resource_id: id },
      { user_id: anna.userId, action: 'memo_share_revoked', resource_id: id },
    ]);
  });

  it('shows the first line of the problem, and goes with its session', async () => {
    const ben = await board.signUp();
    const problem = 'Do we hire?\nClara asked for it, which is between us.';
    const bens = await ready(ben, { problem });
    await untilView(ben, bens, ({ status }) => status === 'completed');
    const { token } = await ben.client.sharing.create.mutate({ sessionId: bens, days: 1 });
    expect((await visit(token)).heading).toBe('Do we hire?');
    await ben.client.sessions.remove.mutate({ id: bens });

    await expect(visit(token)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });
});

it('a session without a memo has nothing to share', async () => {
  const { id: early } = await ask(anna);

  await expect(anna.client.sharing.create.mutate({ sessionId: early, days: 1 })).rejects.toMatchObject(
    refusedWith('CONFLICT'),
  );
});

it('links that work are few enough that each can be seen and ended', async () => {
  const ben = await board.signUp();
  const bens = await ready(ben);
  await untilView(ben, bens, ({ status }) => status === 'completed');
  const make = () => ben.client.sharing.create.mutate({ sessionId: bens, days: 1 });
  await make();
  await board.server.db.admin`
    insert into boardofone.share_links (user_id, session_id, token_hash, content, expires_at)
    select user_id, session_id, lpad(n::text, 64, '0'), content, expires_at
    from boardofone.share_links, generate_series(1, 18) as n where session_id = ${bens}`;
  const tries = await Promise.allSettled([make(), make(), make()]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const made = await ben.client.sharing.links.query({ sessionId: bens });
  const [first] = made.toReversed();
  await ben.client.sharing.revoke.mutate({ id: first?.id ?? '' });
  await make();
  const shown = await ben.client.sharing.links.query({ sessionId: bens });

  expect(shown.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(20);
  expect(shown.at(-1)?.id).toBe(first?.id);
  await expect(make()).rejects.toMatchObject(refusedWith('CONFLICT'));
});
