import { resolveModel } from '@commons/ai';
import { type Gate, type ModelServer, startModelServer } from '@commons/ai/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLog, ready, untilView } from '../../testing/drive.ts';
import { answerTo, purposeOf } from '../../testing/scripted-models.ts';
import { type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

type Exchange = Parameters<Gate['open']>[0];

let board: RunningBoard;
let provider: ModelServer;
let anna: BoardPerson;
/** What happens to a call; undefined lets it be answered. */
let fault: (exchange: Exchange, purpose: string) => true | undefined;
beforeAll(async () => {
  provider = await startModelServer();
  const models = resolveModel({ OPENAI_BASE_URL: provider.url, OPENAI_MODEL: 'tiny-1' });
  board = await startBoard({
    models: {
      ...models,
      // A provider that says nothing is given up after three minutes, and here at once.
      generateObject: (request) => models.generateObject({ ...request, timeoutMs: 2_000 }),
    },
  });
  const gate = { open: (exchange: Exchange) => void open(exchange) } as Gate;
  provider.replyOtherwise({ kind: 'gate', gate });
});
beforeEach(async () => {
  provider.requests.length = 0;
  fault = () => undefined;
  anna = await board.signUp();
});
afterAll(async () => {
  await board?.[Symbol.asyncDispose]();
  await provider?.[Symbol.asyncDispose]();
});

const patient = { timeout: 60_000 };
const completed = (id: string) => untilView(anna, id, ({ status }) => status === 'completed', patient);

async function open(exchange: Exchange): Promise<void> {
  const { body } = exchange.request;
  if (fault(exchange, purposeOf(body))) return;
  await exchange.chunk({ content: JSON.stringify(answerTo(body)) });
  exchange.finish();
}

const systemOf = ({ request }: Exchange) =>
  request.body.messages.find(({ role }) => role === 'system')?.content;

/** Lets this happen to the first seat that is asked, so many times. */
function oneSeat(times: number, happens: (exchange: Exchange) => void) {
  let first: unknown;
  let count = 0;
  fault = (exchange, purpose) => {
    if (purpose !== 'position') return undefined;
    first ??= systemOf(exchange);
    if (systemOf(exchange) !== first || count === times) return undefined;
    count += 1;
    happens(exchange);
    return true;
  };
  return { count: () => count };
}

const faults: [string, string, (exchange: Exchange) => void][] = [
  ['429', 'MODEL_RATE_LIMITED', (call) => call.fail(429, { message: 'slow down' }, { 'retry-after': '1' })],
  ['500', 'MODEL_UNAVAILABLE', (call) => call.fail(500, { message: 'no' }, {})],
  ['silence', 'MODEL_TIMEOUT', () => undefined],
  [
    'a cut connection',
    'MODEL_STREAM_CUT',
    (call) => void call.chunk({ content: '{"option": "O1", ' }).then(() => call.cut()),
  ],
  [
    'garbage',
    'MODEL_MALFORMED',
    (call) => call.raw(200, '<html>It works!</html>', { 'content-type': 'text/html' }),
  ],
  [
    'an answer that is none',
    'MODEL_MALFORMED',
    (call) => void call.chunk({ content: '{"option": "O99"}' }).then(() => call.finish()),
  ],
];

describe('a provider that answers one seat with', () => {
  it.each(faults)('%s, once, is asked again and the seat speaks', async (_, __, happens) => {
    const { count } = oneSeat(1, happens);
    const { seats } = await completed(await ready(anna, { maxRounds: 0 }));

    expect(count()).toBe(1);
    expect(seats.flatMap(({ silences }) => silences)).toEqual([]);
    expect(seats.map(({ stances }) => stances.length)).toEqual(Array(5).fill(1));
  });

  it.each(faults)('%s, again and again, loses that seat, which says %s', async (_, code, happens) => {
    oneSeat(Number.POSITIVE_INFINITY, happens);
    const view = await completed(await ready(anna, { maxRounds: 0 }));

    expect(view.seats.flatMap(({ silences }) => silences.map(({ reason }) => reason))).toEqual([code]);
    expect(view.ballots?.filter(({ isAbstention }) => isAbstention)).toEqual([]);
  });

  it('401 pauses the session, and nobody is asked twice when the key is good again', async () => {
    const refused = new Set<unknown>();
    fault = (exchange, purpose) => {
      if (purpose !== 'position') return undefined;
      refused.add(systemOf(exchange));
      exchange.fail(401, { message: 'no' }, {});
      return true;
    };
    const id = await ready(anna, { maxRounds: 0 });
    const { pause } = await untilView(anna, id, ({ status }) => status === 'paused');
    expect(pause?.reason).toBe('model_unavailable');
    fault = () => undefined;
    await anna.client.sessions.resume.mutate({ id });
    await completed(id);
    const spoke = (await readLog(anna, id)).filter(({ type }) => type === 'seat_spoke');

    expect(spoke).toHaveLength(5);
    expect(refused.size).toBeGreaterThan(0);
  });
});

describe('a database that is restarted', () => {
  /** Ends every connection to it, and takes no other while `during` runs. */
  async function restart(during: () => Promise<void>): Promise<void> {
    const { admin } = board.server.db;
    const [row] = await admin`select current_database() as name`;
    await admin`alter database ${admin(row?.name)} connection limit 0`;
    try {
      await admin`
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`;
      await during();
    } finally {
      await admin`alter database ${admin(row?.name)} connection limit -1`;
    }
  }

  it.each(['position', 'vote', 'memo'] as const)(
    'while answers of a %s are on their way loses nobody’s words, and takes none twice',
    async (held) => {
      const begun = Promise.withResolvers<void>();
      const waiting: (() => void)[] = [];
      const expected = held === 'memo' ? 1 : 5;
      let isHolding = true;
      fault = (exchange, purpose) => {
        if (purpose !== held || !isHolding) return undefined;
        waiting.push(() => void open(exchange));
        if (waiting.length === expected) begun.resolve();
        return true;
      };
      const id = await ready(anna, { maxRounds: 0 });
      await begun.promise;
      await restart(async () => {
        isHolding = false;
        for (const answer of waiting) answer();
        await Promise.all(provider.requests.map(({ closed }) => closed));
      });
      const view = await completed(id);
      const log = await readLog(anna, id);
      const [sums] = await board.server.db.admin`
        select reserved_cost::text as reserved,
          (select count(*)::int from boardofone.calls where session_id = ${id} and status <> 'settled') as open
        from boardofone.sessions where id = ${id}`;

      expect(view.seats.map(({ stances }) => stances.length)).toEqual(Array(5).fill(1));
      expect(view.ballots?.map(({ isAbstention }) => isAbstention)).toEqual(Array(5).fill(false));
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      expect(sums).toEqual({ reserved: '0.00000000', open: 0 });
    },
    120_000,
  );
});

describe('two tabs', () => {
  it('that press pause and kill at one moment leave one end, and nothing after it', async () => {
    for (let go = 0; go < 6; go += 1) {
      const waiting: (() => void)[] = [];
      const begun = Promise.withResolvers<void>();
      fault = (exchange, purpose) => {
        if (purpose !== 'position') return undefined;
        waiting.push(() => exchange.cut());
        if (waiting.length === 5) begun.resolve();
        return true;
      };
      const id = await ready(anna, { maxRounds: 0 });
      await begun.promise;
      const otherTab = await board.server.signIn(anna);
      const pause = () => anna.client.sessions.pause.mutate({ id });
      const kill = () => otherTab.client.sessions.kill.mutate({ id, reason: 'Enough.' });
      const pressed = go % 2 ? [pause(), kill(), kill()] : [kill(), pause(), kill()];
      const [first, second, third] = await Promise.allSettled(pressed);
      for (const cut of waiting) cut();
      const log = await readLog(anna, id);
      const types = log.map(({ type }) => type).filter((type) => type.startsWith('session_'));

      // Killing twice is killing once; a pause either came before or is told that the session is over.
      expect([go % 2 ? second : first, third]).toMatchObject(Array(2).fill({ status: 'fulfilled' }));
      expect(types.filter((type) => type === 'session_killed')).toHaveLength(1);
      expect(log.at(-1)).toMatchObject({ type: 'session_killed', data: { reason: 'Enough.' } });
      const paused = go % 2 ? first : second;
      if (paused?.status === 'rejected') expect(paused.reason).toMatchObject({ data: { code: 'CONFLICT' } });
      expect(types.includes('session_paused')).toBe(paused?.status === 'fulfilled');
      expect(await anna.client.sessions.byId.query({ id })).toMatchObject({ status: 'killed' });
    }
  });
});
