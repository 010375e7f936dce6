import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approve, readLog, ready, start, untilView } from '../../testing/drive.ts';
import { failing, hanging, type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let models: ScriptedModels;
let anna: BoardPerson;
beforeAll(async () => {
  models = scriptedModels();
  board = await startBoard({ models });
});
beforeEach(async () => {
  models.prompts.length = 0;
  models.costUsd = '0.00100000';
  models.script = () => undefined;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const positions = () => models.prompts.filter(({ purpose }) => purpose === 'position');
/** For what a loaded machine takes its time with. */
const patient = { timeout: 20_000 };
const refusedWith = (code: string) => ({ data: { code } });

/** Lets five calls of the blind round begin and holds them until they are let go. */
function holdBlindRound() {
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  models.script = async ({ purpose }) => {
    if (purpose !== 'position') return undefined;
    if (positions().length === 5) begun.resolve();
    await held.promise;
    return undefined;
  };
  return { begun: begun.promise, letGo: held.resolve };
}

async function contributions(id: string): Promise<number> {
  return (await anna.client.room.contributions.query({ id })).length;
}

describe('killing a session', () => {
  it('breaks off the calls under way, and nothing is added afterwards', async () => {
    const broken: unknown[] = [];
    const begun = Promise.withResolvers<void>();
    models.script = async ({ purpose }, signal) => {
      if (purpose !== 'position') return undefined;
      if (positions().length === 5) begun.resolve();
      return hanging(signal).catch((error) => {
        broken.push(error);
        throw error;
      });
    };
    const id = await ready(anna);
    await begun.promise;
    const killed = await anna.client.sessions.kill.mutate({ id, reason: 'The landlord sold.' });
    await expect.poll(() => broken, { timeout: 2_000 }).toHaveLength(5);

    expect(killed).toMatchObject({ status: 'killed', killReason: 'The landlord sold.' });
    const setAside = async () => {
      const [row] = await board.server.db.admin`
        select reserved_cost::text as cost from boardofone.sessions where id = ${id}`;
      return row?.cost;
    };
    await expect.poll(setAside, patient).toBe('0.00000000');

    expect(await contributions(id)).toBe(0);
    expect((await readLog(anna, id)).at(-1)).toMatchObject({ type: 'session_killed' });
    expect(
      await board.server.db.admin`
        select user_id from public.audit_log where action = 'session_killed' and resource_id = ${id}`,
    ).toEqual([{ user_id: anna.userId }]);
    expect(
      await board.server.db.admin`
        select killed_by, killed_at is not null as dated from boardofone.sessions where id = ${id}`,
    ).toEqual([{ killed_by: anna.userId, dated: true }]);
  });

  it('throws away what a deaf provider answers later, and counts what it cost', async () => {
    const { begun, letGo } = holdBlindRound();
    const id = await ready(anna);
    await begun;
    await anna.client.sessions.kill.mutate({ id, reason: 'Enough.' });
    letGo();
    await expect
      .poll(async () => (await anna.client.sessions.byId.query({ id })).totalCost, patient)
      .toBe('0.00600000');

    expect(await contributions(id)).toBe(0);
    const log = await readLog(anna, id);
    expect(log.filter(({ type }) => type === 'seat_spoke')).toEqual([]);
    expect(log.at(-1)).toMatchObject({ type: 'session_killed' });
  });

  it('is final', async () => {
    const { id } = await ask(anna);
    await anna.client.sessions.kill.mutate({ id, reason: 'A mistake.' });

    await expect(anna.client.sessions.resume.mutate({ id })).rejects.toMatchObject(refusedWith('CONFLICT'));
    await expect(anna.client.sessions.pause.mutate({ id })).rejects.toMatchObject(refusedWith('CONFLICT'));
    await expect(anna.client.sessions.changeCap.mutate({ id, capUsd: '2.00' })).rejects.toMatchObject(
      refusedWith('CONFLICT'),
    );
  });
});

describe('pausing a session', () => {
  it('keeps what is paid for, begins nothing, and goes on where it stood', async () => {
    const { begun, letGo } = holdBlindRound();
    const id = await ready(anna);
    await begun;
    await anna.client.sessions.pause.mutate({ id });
    letGo();
    await expect.poll(() => contributions(id), patient).toBe(5);
    expect(await anna.client.sessions.byId.query({ id })).toMatchObject({ status: 'paused', roundNumber: 1 });
    await anna.client.sessions.resume.mutate({ id });
    await untilView(anna, id, ({ status }) => status === 'completed');
    const blind = positions().filter(({ text }) => text.includes('Nobody has spoken yet'));

    expect(blind).toHaveLength(5);
  });

  it('and resuming it in the same breath asks nobody twice, and goes on with the answers that were on their way', async () => {
    const { begun, letGo } = holdBlindRound();
    const id = await ready(anna);
    await begun;
    await anna.client.sessions.pause.mutate({ id });
    await anna.client.sessions.resume.mutate({ id });
    const baker = await board.signUp();
    // Whatever was enqueued by then has begun as well once a job that came after it is done.
    const other = await ask(baker);
    await untilView(baker, other.id, ({ waitsFor }) => waitsFor === 'approval');
    expect(positions()).toHaveLength(5);
    letGo();
    await untilView(anna, id, ({ status }) => status === 'completed');
    const blind = positions().filter(({ text }) => text.includes('Nobody has spoken yet'));

    expect(blind).toHaveLength(5);
  });

  it('ten times at once pauses it once, and so does resuming', async () => {
    const { id } = await ask(anna);
    await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
    const tenTimes = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, run));
    await tenTimes(() => anna.client.sessions.pause.mutate({ id }));
    await tenTimes(() => anna.client.sessions.resume.mutate({ id }));
    const types = (await readLog(anna, id)).map(({ type }) => type);

    expect(types.filter((type) => type === 'session_paused')).toHaveLength(1);
    expect(types.filter((type) => type === 'session_resumed')).toHaveLength(1);
  });
});

describe('the cap', () => {
  it('lets no call begin whose worst case is above what is left, and a higher one lets it go on', async () => {
    const held = Promise.withResolvers<void>();
    models.script = async ({ purpose }) => {
      if (purpose === 'position') await held.promise;
      return undefined;
    };
    const id = await ready(anna, { capUsd: '0.0300' });
    const { pause } = await untilView(anna, id, ({ status }) => status === 'paused');
    expect(pause?.reason).toBe('cost_cap');
    expect(positions().length).toBeLessThan(5);

    await expect(anna.client.sessions.changeCap.mutate({ id, capUsd: '0.0001' })).rejects.toMatchObject(
      refusedWith('BAD_INPUT'),
    );
    await anna.client.sessions.changeCap.mutate({ id, capUsd: '1.00' });
    await anna.client.sessions.resume.mutate({ id });
    held.resolve();
    const view = await untilView(anna, id, ({ status }) => status === 'completed');
    const calls = 1 + 2 * 5 + 5 + 2;

    expect(models.prompts).toHaveLength(calls);
    expect(view.cost).toBe((calls * 0.001).toFixed(8));
  });

  it('is never passed, whatever the answers cost', async () => {
    models.costUsd = '0.00900000';
    const id = await ready(anna, { capUsd: '0.0700' });
    await untilView(anna, id, ({ status }) => status === 'paused');
    await expect
      .poll(async () => {
        const [row] = await board.server.db.admin`
          select reserved_cost::text as reserved, total_cost <= cap_usd as kept from boardofone.sessions where id = ${id}`;
        return row;
      }, patient)
      .toEqual({ reserved: '0.00000000', kept: true });
  });
});

describe('a seat that cannot answer', () => {
  /** The seats whose prompts begin like the first ones do. */
  function failSeats(count: number, code: Parameters<typeof failing>[0]) {
    const chosen = new Set<string>();
    models.script = ({ purpose, system }) => {
      if (purpose !== 'position') return undefined;
      if (chosen.size < count) chosen.add(system);
      return chosen.has(system) ? failing(code) : undefined;
    };
    return chosen;
  }

  it('is asked once more, abstains with the reason, and the round goes on', async () => {
    const chosen = failSeats(1, 'MODEL_TIMEOUT');
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const said = await anna.client.room.contributions.query({ id });
    const blind = positions().filter(
      ({ system, text }) => chosen.has(system) && text.includes('Nobody has spoken yet'),
    );

    expect(blind).toHaveLength(2);
    expect(said.filter(({ isAbstention, roundNumber }) => isAbstention && roundNumber === 1)).toEqual([
      expect.objectContaining({ abstainReason: 'MODEL_TIMEOUT', optionId: null }),
    ]);
  });

  it('is asked again as blind as it was, and knows no more than the others did', async () => {
    let failed = '';
    models.script = async ({ purpose, system }) => {
      if (purpose !== 'position' || failed !== '') return undefined;
      failed = system;
      await expect.poll(() => contributions(id), patient).toBe(4);
      const factId = crypto.randomUUID();
      await anna.client.room.say.mutate({ id, factId, content: 'The landlord wants an answer by May.' });
      return failing('MODEL_TIMEOUT');
    };
    const { id } = await ask(anna);
    await approve(anna, id);
    await start(anna, id);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const [first, again, ...later] = positions().filter(({ system }) => system === failed);

    expect(again?.text).toBe(first?.text);
    expect(later[0]?.text).toContain('by May');
  });

  it('pauses the session where too few are left, and resuming asks those alone', async () => {
    failSeats(3, 'MODEL_UNAVAILABLE');
    const id = await ready(anna);
    const { pause } = await untilView(anna, id, ({ status }) => status === 'paused');
    expect(pause?.reason).toBe('below_quorum');
    const before = positions().length;
    models.script = () => undefined;
    await anna.client.sessions.resume.mutate({ id });
    await untilView(anna, id, ({ round }) => round === 2);
    const again = positions()
      .slice(before)
      .filter(({ text }) => text.includes('Nobody has spoken yet'));

    expect(again).toHaveLength(3);
  });

  it('for want of a key pauses the session at once', async () => {
    models.script = ({ purpose }) => (purpose === 'decomposition' ? failing('MODEL_KEY_INVALID') : undefined);
    const { id } = await ask(anna);
    const { pause } = await untilView(anna, id, ({ status }) => status === 'paused');
    expect(pause?.reason).toBe('model_unavailable');
    models.script = () => undefined;
    await anna.client.sessions.resume.mutate({ id });
    await approve(anna, id);
  });
});

describe('what a tier allows', () => {
  it('is not passed by asking many times at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 14 }, () => ask(anna)));

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const attempt of tries) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject(refusedWith('FORBIDDEN'));
    }
  });

  it('is said at the field', async () => {
    await expect(ask(anna, { seatsWanted: 7 })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { seatsWanted: [expect.stringContaining('5 seats')] } },
    });
    await expect(ask(anna, { capUsd: '3.00' })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { capUsd: [expect.stringContaining('$2')] } },
    });
  });
});

describe('consent', () => {
  it('comes before any model is asked', async () => {
    const ben = await board.server.signUp();
    await expect(ask(ben)).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    expect(models.prompts).toEqual([]);
  });
});
