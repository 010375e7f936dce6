import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tiers } from '../../deliberation/tiers.ts';
import { approve, readLog, ready, start, untilView } from '../../testing/drive.ts';
import { type CapturedPrompt, type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import type { CreateFork } from './schemas.ts';

let board: RunningBoard;
let models: ScriptedModels;
let anna: BoardPerson;
/** A session of three rounds that is complete. */
let parent: string;

const fact = 'The landlord halves the rent.';
/** What the owner told the panel after the blind round. */
const lease = 'The lease runs until May.';
const assumption = { kind: 'assumption', text: fact } as const;

/** Everybody says something of their own, and changes their mind in every round. */
const movable = ({ purpose, system, text }: CapturedPrompt) => {
  if (purpose !== 'position') return undefined;
  const round = text.includes('Nobody has spoken yet') ? 1 : Number(/round (\d)/i.exec(text)?.[1] ?? 2);
  const argument = `As I see it, ${markOf(system)}.`;
  return { argument, option: round % 2 === 1 ? 'O1' : 'O2', question: '' };
};
const markOf = (system: string) => `mark-${Buffer.from(system.slice(0, 80)).toString('hex').slice(0, 40)}`;

beforeAll(async () => {
  models = scriptedModels();
  board = await startBoard({ models });
  anna = await board.signUp();
  await board.server.db
    .admin`update boardofone.accounts set tier = 'enterprise' where user_id = ${anna.userId}`;
  let turn = 0;
  models.script = (prompt) => {
    turn += 1;
    if (prompt.purpose !== 'position') return undefined;
    const question = isBlind(prompt) ? 'How long is the lease?' : '';
    return { ...movable(prompt), option: turn % 2 ? 'O1' : 'O2', question };
  };
  parent = await ready(anna, { maxRounds: 2, answerWaitSeconds: 3_600 });
  // The panel waits for its owner, who answers before the second round.
  const { questions } = await untilView(anna, parent, ({ waitsFor }) => waitsFor === 'answers');
  await anna.client.room.say.mutate({
    id: parent,
    factId: crypto.randomUUID(),
    content: lease,
    answersId: questions[0]?.contributionId ?? null,
  });
  await anna.client.room.goOn.mutate({ id: parent });
  await completed(parent);
});
beforeEach(() => {
  models.prompts.length = 0;
  models.script = movable;
});
afterAll(() => board?.[Symbol.asyncDispose]());

const completed = (id: string, person = anna) =>
  untilView(person, id, ({ status }) => status === 'completed');
const refusedWith = (code: string) => ({ data: { code } });
const fork = (more: Partial<CreateFork> = {}, person = anna) =>
  person.client.forks.create.mutate({
    id: crypto.randomUUID(),
    sessionId: parent,
    round: 1,
    change: assumption,
    ...more,
  });
const saidIn = (id: string) => anna.client.room.contributions.query({ id });
const isBlind = ({ text }: CapturedPrompt) => text.includes('Nobody has spoken yet');
const asked = (purpose: string) => models.prompts.filter((prompt) => prompt.purpose === purpose);

/** What was said, without whose row it is. */
const words = (said: Awaited<ReturnType<typeof saidIn>>) =>
  said.map(({ roundNumber, content, confidence }) => ({ roundNumber, content, confidence }));

describe('a what-if from the end of a round', () => {
  it.each([0, 1, 2, 3])(
    '%i takes over what was said until then, and goes on with the one thing',
    async (round) => {
      const before = await saidIn(parent);
      const { rounds: held } = await completed(parent);
      const last = Math.max(...held.map((one) => one.round));
      if (round > last) throw new Error(`The session had only ${last} rounds.`);
      const { id } = await fork({ round });
      const view = await completed(id);
      const after = await saidIn(id);
      const kept = before.filter(({ roundNumber }) => roundNumber <= round);
      const taken = after.filter(({ roundNumber }) => roundNumber <= round);

      expect(words(taken)).toEqual(words(kept));
      expect(taken.every(({ cost, tokens }) => Number(cost) === 0 && tokens === 0)).toBe(true);
      const positions = asked('position');
      const heard = round === 0 ? [fact] : [lease, fact];
      for (const { text } of [...positions, ...asked('vote')])
        expect(heard.filter((one) => text.includes(one))).toEqual(heard);
      expect(asked('decomposition')).toHaveLength(0);
      expect(positions.filter(isBlind)).toHaveLength(round === 0 ? 5 : 0);
      // Those who speak next have read the earlier words under labels.
      const first = positions.filter((prompt) => prompt.text.includes('Speaker A'));
      if (round > 0 && round < last) expect(first[0]?.text).toContain('mark-');
      if (round === 3) expect(positions).toHaveLength(0);
      expect(view.rounds.map((one) => one.round)).toEqual(
        Array.from({ length: view.round }, (_, index) => index + 1),
      );
      expect(view.forkedFrom).toEqual({ sessionId: parent, round });
      const told = view.ownerFacts.map((one) => [one.text, one.round]);
      expect(told).toEqual([...(round === 0 ? [] : [[lease, 2]]), [fact, round + 1]]);
    },
  );

  it('tells of what it took over as of the moment when it was', async () => {
    const { id } = await fork({ round: 2 });
    await completed(id);
    const moments = async (session: string) =>
      (await readLog(anna, session))
        .filter(({ type }) => ['round_started', 'seat_spoke', 'owner_said'].includes(type))
        .map(({ type, at }) => ({ type, at: at.getTime() }));
    const before = await moments(parent);
    const taken = before.slice(
      0,
      before.findLastIndex(({ type }) => type === 'round_started'),
    );

    expect((await moments(id)).slice(0, taken.length)).toEqual(taken);
  });

  it('pays for nothing that it took over, and its memo counts that all the same', async () => {
    const { id } = await fork({ round: 2, change: { kind: 'rounds', maxRounds: 1 } });
    await completed(id);
    const { totalCost } = await anna.client.sessions.byId.query({ id });
    const { origin } = await anna.client.forks.bySession.query({ id });
    const { baseline } = await anna.client.room.memo.query({ id });

    // Five votes, one model alone, and the memo.
    expect(models.prompts.map(({ purpose }) => purpose).toSorted()).toEqual([
      'baseline',
      'memo',
      'vote',
      'vote',
      'vote',
      'vote',
      'vote',
    ]);
    expect(totalCost).toBe('0.00700000');
    // The questions, and two rounds of five.
    expect(origin?.earlierCost).toBe('0.01100000');
    expect(baseline.firstRound.cost).toBe('0.00600000');
    expect(baseline.final.cost).toBe('0.01700000');
  });

  it('begins from a what-if as well, and what both took over is counted once', async () => {
    const first = await fork({ round: 1 });
    await completed(first.id);
    const { id } = await fork({ sessionId: first.id, round: 2, change: { kind: 'cap', capUsd: '2.00' } });
    await completed(id);

    expect((await anna.client.forks.bySession.query({ id })).origin?.earlierCost).toBe('0.01100000');
    expect((await anna.client.sessions.byId.query({ id })).capUsd).toBe('2.0000');
  });

  it('changes nothing of the session that it begins from', async () => {
    const { admin } = board.server.db;
    const frozen = () =>
      Promise.all([
        admin`select * from boardofone.sessions where id = ${parent}`,
        ...['events', 'contributions', 'seats', 'options', 'calls', 'memos', 'votes'].map(
          (table) =>
            admin`select * from boardofone.${admin(table)} where session_id = ${parent} order by 1, 2`,
        ),
      ]);
    const before = await frozen();
    await completed((await fork()).id);

    expect(await frozen()).toEqual(before);
  });

  it('refers to nothing of the session that it begins from but the session', async () => {
    const { id } = await fork({ round: 2 });
    await completed(id);
    const [first, ...log] = await readLog(anna, id);
    const parents = (await readLog(anna, parent)).flatMap(
      ({ data }) => JSON.stringify(data).match(uuids) ?? [],
    );
    const its = JSON.stringify(log.map(({ data }) => data)).match(uuids) ?? [];

    expect(first?.data).toMatchObject({ forkedFrom: { sessionId: parent, round: 2 } });
    expect(its.filter((one) => parents.includes(one))).toEqual([]);
  });
});

const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe('another panel', () => {
  it('is proposed as it was, for its owner to change, and speaks blind', async () => {
    const { id } = await fork({ round: 0, change: { kind: 'panel' } });
    const { seats } = await untilView(anna, id, ({ waitsFor }) => waitsFor === 'panel');
    const { seats: before } = await completed(parent);
    expect(seats.map(({ personaCode }) => personaCode)).toEqual(before.map(({ personaCode }) => personaCode));
    expect(models.prompts).toHaveLength(0);
    await start(anna, id);
    await completed(id);

    expect(asked('position').filter(isBlind)).toHaveLength(5);
    expect(asked('position').some(({ text }) => text.includes(fact))).toBe(false);
  });

  it('begins before the first round', async () => {
    await expect(fork({ round: 1, change: { kind: 'panel' } })).rejects.toMatchObject(
      refusedWith('BAD_INPUT'),
    );
  });
});

describe('what is refused', () => {
  it('is a session that is not over; once it is, only rounds that had ended can be begun from', async () => {
    const second = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    models.script = async (prompt) => {
      if (prompt.purpose !== 'position' || isBlind(prompt)) return movable(prompt);
      second.resolve();
      await held.promise;
      return undefined;
    };
    const running = await ready(anna, { maxRounds: 2 });
    await second.promise;
    const attempt = (round = 1) => fork({ sessionId: running, round });
    await expect(attempt()).rejects.toMatchObject(refusedWith('CONFLICT'));
    await anna.client.sessions.kill.mutate({ id: running, reason: 'Enough.' });
    held.resolve();
    models.script = movable;
    await expect(attempt(2)).rejects.toMatchObject(refusedWith('BAD_INPUT'));
    await completed((await attempt()).id);
  });

  it('is a round that has not ended, and a session that never had a panel', async () => {
    const running = await ask(anna);
    const attempt = () => fork({ sessionId: running.id, round: 0 });
    await anna.client.sessions.kill.mutate({ id: running.id, reason: 'Enough.' });
    await expect(attempt()).rejects.toMatchObject(refusedWith('CONFLICT'));
    await expect(fork({ round: 9 })).rejects.toMatchObject(refusedWith('BAD_INPUT'));
    await expect(fork({ round: 3, change: { kind: 'rounds', maxRounds: 1 } })).rejects.toMatchObject(
      refusedWith('BAD_INPUT'),
    );
  });

  it('is more than the tier allows, and a model before consent', async () => {
    const ben = await board.signUp();
    const id = await ready(ben, { maxRounds: 0 });
    await completed(id, ben);
    const mine = (more: Partial<CreateFork> = {}) => fork({ sessionId: id, round: 1, ...more }, ben);
    const dear = { kind: 'cap', capUsd: '900.00' } as const;
    await expect(mine({ change: dear })).rejects.toMatchObject(refusedWith('BAD_INPUT'));
    await ben.client.account.consent.mutate({ isGiven: false });
    await expect(mine()).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await ben.client.account.consent.mutate({ isGiven: true });
    for (let used = 1; used < tiers.free.sessionsPerMonth; used += 1) await completed((await mine()).id, ben);
    await expect(mine()).rejects.toMatchObject({
      data: { code: 'FORBIDDEN', details: { reason: 'TIER_LIMIT' } },
    });
  });

  it('is to delete what a what-if begins from, until that is gone', async () => {
    const other = await ready(anna, { maxRounds: 0 });
    await completed(other);
    const { id } = await fork({ sessionId: other, round: 1 });
    await completed(id);
    const remove = (one: string) => anna.client.sessions.remove.mutate({ id: one });
    await expect(remove(other)).rejects.toMatchObject(refusedWith('CONFLICT'));
    await remove(id);
    await remove(other);
  });
});

describe('the same what-if sent several times', () => {
  it('is begun once', async () => {
    const id = crypto.randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => fork({ id })));
    await completed(id);
    const { forks } = await anna.client.forks.bySession.query({ id: parent });

    expect(forks.filter((one) => one.id === id)).toMatchObject([{ round: 1, change: assumption }]);
    expect(asked('vote')).toHaveLength(5);
  });
});

describe('beside each other', () => {
  it('stand both outcomes, with what was changed; of a session that is no what-if there is nothing to compare', async () => {
    const { id } = await fork({ round: 1 });
    await completed(id);
    const { origin, before, after } = await anna.client.forks.compare.query({ id });

    expect(origin).toMatchObject({ sessionId: parent, round: 1, change: assumption });
    expect([before.id, after.id]).toEqual([parent, id]);
    const { items } = await anna.client.sessions.list.query({ limit: 50 });
    const listed = (one: string) => items.find((item) => item.id === one)?.whatIf;
    expect([listed(id), listed(parent)]).toEqual([assumption, null]);
    expect(after.outcome?.rules).toHaveLength(4);
    expect(after.seats.every(({ hasVoted }) => hasVoted)).toBe(true);
    expect(after.recommendation).toEqual(['Open it.']);
    await expect(anna.client.forks.compare.query({ id: parent })).rejects.toMatchObject(
      refusedWith('NOT_FOUND'),
    );
  });

  it('shows no vote before all are shown', async () => {
    const voting = Promise.withResolvers<void>();
    let votes = 0;
    models.script = async (prompt) => {
      if (prompt.purpose !== 'vote') return movable(prompt);
      votes += 1;
      if (votes === 5) await voting.promise;
      return undefined;
    };
    const { id } = await fork({ round: 3 });
    await untilView(anna, id, ({ seats }) => seats.filter(({ state }) => state === 'voted').length === 4);
    const { after } = await anna.client.forks.compare.query({ id });
    voting.resolve();
    await completed(id);

    expect(after.seats.some(({ hasVoted }) => hasVoted)).toBe(false);
    expect(after.outcome).toBeNull();
  });
});

describe('what leaves', () => {
  it('says in the record where it begins, and in a link nothing of it', async () => {
    const { id } = await fork({ round: 1 });
    await completed(id);
    const { session, version } = await anna.client.room.exportRecord.mutate({ id });
    const { token } = await anna.client.sharing.create.mutate({ sessionId: id, days: 1 });
    const shared = await anna.client.sharing.byLink.mutate({ token });

    expect(version).toBe(3);
    expect(session.forkedFrom).toMatchObject({ sessionId: parent, round: 1, change: assumption });
    expect(JSON.stringify(shared)).not.toContain(parent);
  });

  it('is everything of a person who leaves, what-ifs and all', async () => {
    const cleo = await board.signUp();
    const id = await ready(cleo, { maxRounds: 0 });
    await completed(id, cleo);
    await completed((await fork({ sessionId: id, round: 1 }, cleo)).id, cleo);
    await board.server.db.admin`delete from public.users where id = ${cleo.userId}`;
    const left = await board.server.db
      .admin`select id from boardofone.sessions where user_id = ${cleo.userId}`;

    expect(left).toEqual([]);
  });
});

it('of an approval that was changed takes over the options as they were approved', async () => {
  const { id } = await ask(anna, { maxRounds: 0 });
  await approve(anna, id);
  await start(anna, id);
  const { options } = await completed(id);
  const copy = await completed((await fork({ sessionId: id, round: 1 })).id);

  expect(copy.options.map(({ label }) => label)).toEqual(options.map(({ label }) => label));
  expect(copy.options.map((one) => one.id)).not.toEqual(options.map((one) => one.id));
});
