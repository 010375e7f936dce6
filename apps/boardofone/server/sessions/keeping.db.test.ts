import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLog, ready, untilView } from '../../testing/drive.ts';
import { type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let models: ScriptedModels;
let anna: BoardPerson;
beforeAll(async () => {
  models = scriptedModels();
  board = await startBoard({ models });
});
beforeEach(async () => {
  models.script = () => undefined;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const idsOf = async (input: Parameters<typeof anna.client.sessions.list.query>[0]) =>
  (await anna.client.sessions.list.query(input)).items.map(({ id }) => id);

/** A session that waits for its owner. */
async function waiting(problem: string, context = ''): Promise<string> {
  const { id } = await ask(anna, { problem, context });
  await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
  return id;
}

it('is no rehearsal where a model spoke, and neither nor before anybody has', async () => {
  const silent = await waiting('Do we open a second bakery?');
  const spoken = await ready(anna, { maxRounds: 0 });
  await untilView(anna, spoken, ({ status }) => status === 'completed');
  const read = (id: string) => anna.client.sessions.byId.query({ id });

  expect(await Promise.all([silent, spoken].map(read))).toMatchObject([
    { isRehearsal: null },
    { isRehearsal: false },
  ]);
});

describe('the list', () => {
  it('finds by every word, wherever it stands, and takes none as a pattern', async () => {
    const bakery = await waiting('Do we open a second bakery?', 'Rent went up by 5% in MAY.');
    const dog = await waiting('Do we take the dog from the shelter?', 'The shelter is full.');

    expect(await idsOf({ text: 'rent Bakery' })).toEqual([bakery]);
    expect(await idsOf({ text: 'may' })).toEqual([bakery]);
    expect(await idsOf({ text: '5%' })).toEqual([bakery]);
    expect(await idsOf({ text: 'd%g' })).toEqual([]);
    expect(await idsOf({ text: '  ' })).toEqual([dog, bakery]);
  });

  it('shows what stands in one way, page by page', async () => {
    const killed: string[] = [];
    for (const problem of ['Is this the first one?', 'Is this the second one?', 'Is this the third one?']) {
      const id = await waiting(problem);
      await anna.client.sessions.kill.mutate({ id, reason: 'Enough.' });
      killed.push(id);
    }
    const open = await waiting('Is this one still open?');
    const paused = await waiting('Is this one paused?');
    await anna.client.sessions.pause.mutate({ id: paused });
    const first = await anna.client.sessions.list.query({ standing: 'ended', limit: 2 });
    const second = await anna.client.sessions.list.query({
      standing: 'ended',
      limit: 2,
      cursor: first.nextCursor,
    });

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(killed.toReversed());
    expect(second.nextCursor).toBeNull();
    expect(await idsOf({ standing: 'waiting' })).toEqual([open]);
    expect(await idsOf({ standing: 'paused' })).toEqual([paused]);
    expect(await idsOf({ standing: 'running' })).toEqual([]);
    expect(await idsOf({ standing: 'completed' })).toEqual([]);
  });
});

describe('the list by date and cost', () => {
  const day = (number: number) => `2026-11-0${number}T00:00:00.000Z`;

  /** Sessions that began on the 1st, 2nd, … of November and have cost this much. */
  async function begun(...costs: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, cost] of costs.entries()) {
      const id = await waiting(`Do we open bakery number ${index + 1}?`);
      await board.server.db.admin`
        update boardofone.sessions set created_at = ${day(index + 1)}, total_cost = ${cost} where id = ${id}`;
      ids.push(id);
    }
    return ids;
  }

  it('takes the first moment and leaves out the last, takes both costs, and both together', async () => {
    const [first, second, third] = await begun('0.05', '0.50', '0.50000001');

    expect(await idsOf({ begunFrom: day(2) })).toEqual([third, second]);
    expect(await idsOf({ begunBefore: day(2) })).toEqual([first]);
    expect(await idsOf({ costFrom: '0.05', costUntil: '0.5' })).toEqual([second, first]);
    expect(await idsOf({ costFrom: '0.5', begunFrom: day(3), begunBefore: day(4) })).toEqual([third]);
    expect(await idsOf({ costFrom: '9' })).toEqual([]);
  });

  it('goes on page by page', async () => {
    const [first, , third] = await begun('0.05', '2', '0.07');
    const range = { costUntil: '1', begunFrom: day(1), limit: 1 };
    const one = await anna.client.sessions.list.query(range);
    const two = await anna.client.sessions.list.query({ ...range, cursor: one.nextCursor });

    expect([one, two].flatMap(({ items }) => items.map(({ id }) => id))).toEqual([third, first]);
    expect(two.nextCursor).toBeNull();
  });

  it.each([{ costFrom: '-1' }, { costUntil: 'NaN' }, { begunFrom: 'yesterday' }])(
    'refuses %j',
    async (input) => {
      await expect(anna.client.sessions.list.query(input)).rejects.toMatchObject({
        data: { code: 'BAD_INPUT' },
      });
    },
  );
});

describe('archiving', () => {
  it('takes a session out of the list and back, and ends nothing', async () => {
    const id = await waiting('Do we move to the coast?');
    await anna.client.sessions.archive.mutate({ id, isArchived: true });

    expect(await idsOf({})).toEqual([]);
    expect(await idsOf({ isArchived: true })).toEqual([id]);
    expect(await anna.client.sessions.byId.query({ id })).toMatchObject({ status: 'active' });

    await anna.client.sessions.archive.mutate({ id, isArchived: false });
    expect(await idsOf({})).toEqual([id]);
    expect(await idsOf({ isArchived: true })).toEqual([]);
  });
});

describe('deleting', () => {
  it('takes everything of the session along and leaves a line in the audit log', async () => {
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    await anna.client.sessions.remove.mutate({ id });
    const { admin } = board.server.db;
    const tables = await admin<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'boardofone' and column_name = 'session_id'`;

    expect(tables.length).toBeGreaterThan(7);
    for (const { name } of tables) {
      const rows = await admin`select 1 from boardofone.${admin(name)} where session_id = ${id}`;
      expect(rows, name).toHaveLength(0);
    }
    await expect(anna.client.sessions.byId.query({ id })).rejects.toMatchObject({
      data: { code: 'NOT_FOUND' },
    });
    expect(
      await admin`
        select user_id, resource_type from public.audit_log where action = 'session_deleted' and resource_id = ${id}`,
    ).toEqual([{ user_id: anna.userId, resource_type: 'session' }]);
  });

  it('waits until the session is over', async () => {
    const id = await waiting('Do we sell the boat?');
    await expect(anna.client.sessions.remove.mutate({ id })).rejects.toMatchObject({
      data: { code: 'CONFLICT' },
    });
    await anna.client.sessions.pause.mutate({ id });
    await expect(anna.client.sessions.remove.mutate({ id })).rejects.toMatchObject({
      data: { code: 'CONFLICT' },
    });

    expect(await readLog(anna, id)).not.toEqual([]);
  });

  it('gives no other session this month', async () => {
    const id = await waiting('Do we sell the boat?');
    await anna.client.sessions.kill.mutate({ id, reason: 'Enough.' });
    await anna.client.sessions.remove.mutate({ id });

    expect(await anna.client.account.mine.query()).toMatchObject({ sessionsThisMonth: 1 });
  });

  it('lets a call end that a deaf provider still answers, and counts what it used', async () => {
    const begun = Promise.withResolvers<void>();
    const held = Promise.withResolvers<undefined>();
    models.script = () => {
      begun.resolve();
      return held.promise;
    };
    const { id } = await ask(anna);
    await begun.promise;
    await anna.client.sessions.kill.mutate({ id, reason: 'Enough.' });
    await anna.client.sessions.remove.mutate({ id });
    held.resolve(undefined);

    const { admin } = board.server.db;
    await expect
      .poll(() => admin`select cost_usd from public.model_usage where resource_id = ${id}`)
      .toHaveLength(1);
  });
});
