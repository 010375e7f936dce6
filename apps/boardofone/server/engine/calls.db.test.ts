import { ModelError, type ModelFinish } from '@commons/ai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { viewOf } from '../../deliberation/apply-event.ts';
import type { Step } from '../../deliberation/step.ts';
import { deliverStep } from '../../testing/deliver-step.ts';
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
  models.script = () => undefined;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const partialUsage: ModelFinish = {
  reason: 'stop',
  provider: 'anthropic',
  model: 'claude-haiku-4-5',
  inputTokens: 100,
  cachedInputTokens: 0,
  outputTokens: 10,
  reasoningTokens: null,
  costUsd: '0.00020000',
  unpriced: null,
  usageSource: 'provider',
  pricedOn: '2026-11-01',
};
const patient = { timeout: 20_000 };
const completed = (id: string) => untilView(anna, id, ({ status }) => status === 'completed');
const promptsOf = (purpose: string) => models.prompts.filter((prompt) => prompt.purpose === purpose);
const again = (sessionId: string, step: Step) => deliverStep(board, anna, { sessionId, run: 1, step });

/** What is set aside, beside the sum of what is set aside for calls under way, and what calls have cost. */
async function sumsOf(id: string) {
  const [row] = await board.server.db.admin`
    select reserved_cost = coalesce((select sum(reserved_cost) from boardofone.calls
        where session_id = ${id} and status = 'reserved'), 0) as balanced,
      (select count(*)::int from boardofone.calls where session_id = ${id} and status = 'reserved') as open,
      total_cost::text as cost
    from boardofone.sessions where id = ${id}`;
  return row;
}

/** Anna's jobs that have begun. */
async function jobsAtWork(): Promise<number> {
  const [row] = await board.server.db.admin`
    select count(*)::int as count from pgboss.job where group_id = ${anna.userId} and state = 'active'`;
  return row?.count;
}

async function seatOf(id: string, system: string): Promise<string> {
  const [seat] = await board.server.db.admin`
    select id from boardofone.seats where session_id = ${id} and ${system} like system_prompt || '%'`;
  return seat?.id;
}

/** Resolves when whatever was enqueued by now has begun: somebody else's job that came later is done. */
async function queueGoesOn(): Promise<void> {
  const ben = await board.signUp();
  const other = await ask(ben);
  await untilView(ben, other.id, ({ waitsFor }) => waitsFor === 'approval');
}

/** Holds the calls of a kind until they are let go, the first seat's apart from the others'. */
function hold(purpose: 'position' | 'vote') {
  const [first, others] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = { system: '', letFirstGo: first.resolve, letOthersGo: others.resolve };
  models.script = async (prompt) => {
    if (prompt.purpose !== purpose) return undefined;
    held.system ||= prompt.system;
    await (prompt.system === held.system ? first : others).promise;
    return undefined;
  };
  return held;
}

describe('a call that is made twice', () => {
  it('gives back what was set aside for it once, while others are under way', async () => {
    const held = hold('position');
    const id = await ready(anna, { maxRounds: 0 });
    await expect.poll(() => promptsOf('position').length, patient).toBe(5);
    await again(id, { kind: 'position', round: 1, seatId: await seatOf(id, held.system) });
    await expect.poll(() => promptsOf('position').length, patient).toBe(6);
    held.letFirstGo();
    // The decomposition, and the two.
    await expect.poll(() => sumsOf(id), patient).toEqual({ balanced: true, open: 4, cost: '0.00300000' });
    held.letOthersGo();
    await completed(id);

    expect(await sumsOf(id)).toMatchObject({ balanced: true, open: 0 });
  });

  it('while its session is paused is taken back, and its answer costs what it costs', async () => {
    const held = hold('position');
    const id = await ready(anna, { maxRounds: 0 });
    await expect.poll(() => promptsOf('position').length, patient).toBe(5);
    await anna.client.sessions.pause.mutate({ id });
    await again(id, { kind: 'position', round: 1, seatId: await seatOf(id, held.system) });
    await expect.poll(() => sumsOf(id), patient).toMatchObject({ balanced: true, open: 4 });
    held.letFirstGo();
    held.letOthersGo();
    await expect.poll(() => sumsOf(id), patient).toEqual({ balanced: true, open: 0, cost: '0.00600000' });
    await anna.client.sessions.resume.mutate({ id });
    await completed(id);

    expect(promptsOf('position')).toHaveLength(6);
  });
});

describe('a call that a kill breaks off', () => {
  it('costs what it has used by then, in the session and not in its log', async () => {
    const begun = Promise.withResolvers<void>();
    models.script = async ({ purpose }, signal) => {
      if (purpose !== 'position') return undefined;
      if (promptsOf('position').length === 5) begun.resolve();
      return hanging(signal).catch(() => {
        throw new ModelError('MODEL_STOPPED', { partialUsage });
      });
    };
    const id = await ready(anna);
    await begun.promise;
    await anna.client.sessions.kill.mutate({ id, reason: 'Enough.' });
    await expect.poll(() => sumsOf(id), patient).toEqual({ balanced: true, open: 0, cost: '0.00200000' });
    const view = viewOf(await readLog(anna, id));

    expect(view).toMatchObject({ status: 'killed', cost: '0.00100000' });
  });
});

describe('a step that is delivered again', () => {
  it('asks nobody whose answer is kept', async () => {
    const held = hold('position');
    const id = await ready(anna, { maxRounds: 0 });
    await expect.poll(() => promptsOf('position').length, patient).toBe(5);
    held.letFirstGo();
    await expect.poll(() => sumsOf(id), patient).toMatchObject({ open: 4 });
    await again(id, { kind: 'position', round: 1, seatId: await seatOf(id, held.system) });
    await queueGoesOn();

    expect(promptsOf('position')).toHaveLength(5);
    held.letOthersGo();
    await completed(id);
  });

  it('begins nothing while its session is paused', async () => {
    let failed = '';
    models.script = async ({ purpose, system }) => {
      if (purpose !== 'position' || failed !== '') return undefined;
      failed = system;
      await anna.client.sessions.pause.mutate({ id });
      return failing('MODEL_TIMEOUT');
    };
    const { id } = await ask(anna);
    await approve(anna, id);
    await start(anna, id);
    const noted = () => board.server.db.admin`
      select status from boardofone.calls where session_id = ${id} and error_code = 'MODEL_TIMEOUT'`;
    await expect.poll(noted, patient).toEqual([{ status: 'again' }]);
    await again(id, { kind: 'position', round: 1, seatId: await seatOf(id, failed) });
    await queueGoesOn();

    expect(models.prompts.filter(({ system }) => system === failed)).toHaveLength(1);
    expect(await sumsOf(id)).toMatchObject({ balanced: true, open: 0 });
  });
});

describe('the last answer of a round', () => {
  it('does not end it while its session is paused', async () => {
    const held = hold('position');
    const id = await ready(anna, { maxRounds: 0, seatsWanted: 3 });
    await expect.poll(() => promptsOf('position').length, patient).toBe(3);
    await anna.client.sessions.pause.mutate({ id });
    held.letFirstGo();
    held.letOthersGo();
    await expect.poll(() => sumsOf(id), patient).toEqual({ balanced: true, open: 0, cost: '0.00400000' });
    await expect.poll(jobsAtWork, patient).toBe(0);

    expect(await anna.client.sessions.byId.query({ id })).toMatchObject({ phase: 'initial_round' });
  });
});

describe('a vote', () => {
  const ballotsOf = async (id: string) =>
    (await completed(id)).ballots?.map(({ wasAskedAgain, isAbstention }) => ({
      wasAskedAgain,
      isAbstention,
    }));
  const usual = { wasAskedAgain: false, isAbstention: false };
  const bySystem = <T>(answer: (count: number) => T) => {
    let first = '';
    models.script = ({ purpose, system }) => {
      if (purpose !== 'vote') return undefined;
      first ||= system;
      if (system !== first) return undefined;
      return answer(promptsOf('vote').filter((prompt) => prompt.system === first).length) as
        | object
        | undefined;
    };
  };

  it('that was only cut off was not asked for again', async () => {
    const held = hold('vote');
    const id = await ready(anna, { maxRounds: 0 });
    await expect.poll(() => promptsOf('vote').length, patient).toBe(5);
    await again(id, { kind: 'vote', seatId: await seatOf(id, held.system) });
    await expect.poll(() => promptsOf('vote').length, patient).toBe(6);
    held.letOthersGo();
    held.letFirstGo();

    expect(await ballotsOf(id)).toEqual(Array(5).fill(usual));
  });

  it('that came late was not, either', async () => {
    bySystem((count) => (count === 1 ? failing('MODEL_TIMEOUT') : undefined));

    expect(await ballotsOf(await ready(anna, { maxRounds: 0 }))).toEqual(Array(5).fill(usual));
  });

  it('that never came is an abstention that nobody was asked for again', async () => {
    bySystem(() => failing('MODEL_TIMEOUT'));
    const ballots = await ballotsOf(await ready(anna, { maxRounds: 0 }));

    expect(ballots).toContainEqual({ wasAskedAgain: false, isAbstention: true });
  });

  it('that made no sense was, and counts when it makes sense then', async () => {
    bySystem((count) => (count === 1 ? { ranking: ['O1', 'O1'] } : undefined));
    const ballots = await ballotsOf(await ready(anna, { maxRounds: 0 }));

    expect(ballots?.filter(({ wasAskedAgain }) => wasAskedAgain)).toEqual([
      { wasAskedAgain: true, isAbstention: false },
    ]);
  });

  it('that made no sense was also where a crash and a pause came in between', async () => {
    const second = Promise.withResolvers<void>();
    let first = '';
    models.script = async ({ purpose, system }) => {
      if (purpose !== 'vote') return undefined;
      first ||= system;
      if (system !== first) return undefined;
      const count = promptsOf('vote').filter((prompt) => prompt.system === first).length;
      if (count === 1) return { ranking: ['O1', 'O1'] };
      if (count === 2) await second.promise;
      return undefined;
    };
    const id = await ready(anna, { maxRounds: 0 });
    await expect.poll(() => promptsOf('vote').length, patient).toBe(6);
    await anna.client.sessions.pause.mutate({ id });
    await again(id, { kind: 'vote', seatId: await seatOf(id, first) });
    await expect.poll(() => sumsOf(id), patient).toMatchObject({ open: 0 });
    await anna.client.sessions.resume.mutate({ id });

    expect((await ballotsOf(id))?.filter(({ wasAskedAgain }) => wasAskedAgain)).toHaveLength(1);
    second.resolve();
  });
});

describe('the chair', () => {
  it('sits on no seat, has no vote, and speaks for itself', async () => {
    const id = await ready(anna, { maxRounds: 0 });
    const { ballots, seats } = await completed(id);
    const [memo] = promptsOf('memo');
    const prompts = await board.server.db.admin`
      select system_prompt as words from boardofone.seats where session_id = ${id}`;

    expect(ballots?.map(({ seatId }) => seatId).toSorted()).toEqual(seats.map((seat) => seat.id).toSorted());
    for (const { words } of prompts) expect(memo?.system).not.toContain(words);
    expect(
      await board.server.db.admin`
        select seat_id from boardofone.calls where session_id = ${id} and purpose in ('memo', 'baseline')`,
    ).toEqual([{ seat_id: null }, { seat_id: null }]);
  });
});

describe('the moderator', () => {
  it('speaks to a seat in the round that it is for, and in no later one', async () => {
    const seated: string[] = [];
    models.script = ({ purpose, system }) => {
      if (purpose !== 'position') return undefined;
      if (!seated.includes(system)) seated.push(system);
      const place = seated.indexOf(system);
      const round = promptsOf('position').filter((prompt) => prompt.system === system).length;
      // Nobody is ahead, everybody moves, and once somebody repeats themselves.
      return { option: `O${((place + round) % 3) + 1}`, isNovel: !(place === 0 && round === 2) };
    };
    const { interventions, round } = await completed(await ready(anna, { maxRounds: 3, seatsWanted: 3 }));
    const asked = promptsOf('position').filter(({ text }) => text.includes('The moderator asks you'));

    expect(round).toBe(4);
    expect(interventions.map((one) => [one.rule, one.round])).toEqual([['novelty', 3]]);
    expect(asked.map(({ system }) => system)).toEqual(seated.slice(0, 1));
  });
});
