import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addUsd } from '../../money/add-usd.ts';
import { readLog, ready, untilView } from '../../testing/drive.ts';
import { type CapturedPrompt, type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let models: ScriptedModels;
let anna: BoardPerson;
let aheadMs = 0;
beforeAll(async () => {
  models = scriptedModels();
  board = await startBoard({ models, now: () => new Date(Date.now() + aheadMs) });
});
beforeEach(async () => {
  aheadMs = 0;
  models.prompts.length = 0;
  models.mostAtOnce = 0;
  models.script = () => undefined;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const completed = (id: string) => untilView(anna, id, ({ status }) => status === 'completed');
const positions = () => models.prompts.filter(({ purpose }) => purpose === 'position');
const isBlind = ({ text }: CapturedPrompt) => text.includes('Nobody has spoken yet');

/** Everybody says something that nobody else says. */
const speakAsOneself = ({ purpose, system }: CapturedPrompt) =>
  purpose === 'position' ? { argument: `The rent, as I see it: ${markOf(system)}.` } : undefined;
const markOf = (system: string) => `mark-${Buffer.from(system.slice(0, 80)).toString('hex').slice(0, 40)}`;

describe('the blind round', () => {
  it('shows nobody what anybody else says, and asks everybody at once', async () => {
    const everybody = Promise.withResolvers<void>();
    models.script = async (prompt) => {
      if (prompt.purpose === 'position' && isBlind(prompt)) {
        if (positions().length === 5) everybody.resolve();
        await everybody.promise;
      }
      return speakAsOneself(prompt);
    };
    await completed(await ready(anna));
    const blind = positions().filter(isBlind);

    expect(blind).toHaveLength(5);
    for (const { text } of models.prompts.filter(isBlind)) expect(text).not.toContain('mark-');
  });
});

describe('the rounds after it', () => {
  it('show labels in orders of their own, and nobody’s name', async () => {
    models.script = (prompt) => {
      const said = speakAsOneself(prompt);
      const names = 'as Ingrid Aasland and Tobias Okonjo would say';
      return said && { argument: `${said.argument} ${names}`, option: isBlind(prompt) ? 'O1' : 'O2' };
    };
    const id = await ready(anna);
    const { seats } = await completed(id);
    const cross = positions().filter((prompt) => !isBlind(prompt));
    const said = await anna.client.room.contributions.query({ id });
    const orders = said.filter(({ roundNumber }) => roundNumber === 2).map((one) => one.speakerOrder);

    expect(cross.length).toBeGreaterThanOrEqual(5);
    for (const { text } of cross) {
      expect(text).toContain('Speaker A');
      for (const { name, personaCode } of seats) {
        expect(text).not.toContain(name);
        expect(text).not.toContain(personaCode);
      }
    }
    // As they were said, for whoever reads them here.
    expect(said[0]?.content).toContain('mark-');
    expect(new Set(orders.map((order) => order.toSorted().join())).size).toBe(1);
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1);
  });

  it('carry what the owner said meanwhile, and not before', async () => {
    const spoken = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    models.script = async (prompt) => {
      if (prompt.purpose !== 'position' || !isBlind(prompt)) return undefined;
      if (positions().length === 5) spoken.resolve();
      await go.promise;
      return undefined;
    };
    const id = await ready(anna);
    await spoken.promise;
    await anna.client.room.say.mutate({
      id,
      factId: crypto.randomUUID(),
      content: 'The landlord wants an answer by May.',
    });
    go.resolve();
    await completed(id);
    const knowing = positions().filter(({ text }) => text.includes('by May'));

    expect(knowing).toHaveLength(5);
    expect(knowing.some(isBlind)).toBe(false);
  });

  it('end when nobody changes their mind, and say so', async () => {
    const { rounds } = await completed(await ready(anna, { maxRounds: 5 }));

    expect(rounds.map(({ stop }) => stop)).toEqual([null, 'stability']);
    expect(rounds[0]?.words).toContain('warning');
  });

  it('end after the last one agreed on, however positions move', async () => {
    let calls = 0;
    models.script = ({ purpose }) =>
      purpose === 'position' ? { option: `O${(calls++ % 3) + 1}` } : undefined;
    const { rounds } = await completed(await ready(anna, { maxRounds: 1 }));

    expect(rounds).toHaveLength(2);
    expect(rounds.at(-1)?.stop).not.toBeNull();
  });

  it('begin with what the moderator asks, of nobody twice, by a rule that is named', async () => {
    const id = await ready(anna);
    const { interventions } = await completed(id);
    const asked = positions().filter(({ text }) => text.includes('The moderator asks you'));

    expect(interventions.map(({ rule }) => rule)).toContain('dissent');
    expect(new Set(interventions.map(({ seatId }) => seatId)).size).toBe(interventions.length);
    expect(asked).toHaveLength(interventions.length);
  });
});

describe('a question of a seat', () => {
  const askOnce = (prompt: CapturedPrompt) =>
    prompt.purpose === 'position' && isBlind(prompt) ? { question: 'Who bakes at night?' } : undefined;

  it('holds the next round up until it is answered, and the answer is in its prompts', async () => {
    models.script = askOnce;
    const id = await ready(anna, { answerWaitSeconds: 3_600 });
    const { seats } = await untilView(anna, id, ({ waitsFor }) => waitsFor === 'answers');
    await anna.client.room.say.mutate({
      id,
      factId: crypto.randomUUID(),
      content: 'My brother bakes at night.',
      answersId: seats[0]?.stances[0]?.contributionId ?? null,
    });
    expect(positions().filter((prompt) => !isBlind(prompt))).toEqual([]);
    await anna.client.room.goOn.mutate({ id });
    await completed(id);

    expect(positions().filter(({ text }) => text.includes('My brother bakes'))).toHaveLength(5);
  });

  it('holds it up no longer than the owner allows', async () => {
    models.script = (prompt) =>
      prompt.purpose === 'position' ? { question: 'Who bakes at night?' } : undefined;
    await completed(await ready(anna, { answerWaitSeconds: 1 }));
  });

  it('holds it up no longer either where a pause was longer than the wait', async () => {
    models.script = askOnce;
    const id = await ready(anna, { answerWaitSeconds: 3_600 });
    await untilView(anna, id, ({ waitsFor }) => waitsFor === 'answers');
    await anna.client.sessions.pause.mutate({ id });
    // The time is up, and its job has found a session that is paused.
    const { admin } = board.server.db;
    const jobs = admin`name = 'user.boardofone.go-on' and data -> 'payload' ->> 'sessionId' = ${id}`;
    await admin`update pgboss.job set start_after = now() where ${jobs}`;
    const left = () => admin`select from pgboss.job where ${jobs} and state < 'completed'`;
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
    aheadMs = 3_600_000;
    await anna.client.sessions.resume.mutate({ id });

    await completed(id);
  });

  it('holds it up as long as before where a pause was shorter', async () => {
    models.script = askOnce;
    const id = await ready(anna, { answerWaitSeconds: 3_600 });
    await untilView(anna, id, ({ waitsFor }) => waitsFor === 'answers');
    await anna.client.sessions.pause.mutate({ id });
    await anna.client.sessions.resume.mutate({ id });
    const waits = await board.server.db.admin`
      select start_after > now() + interval '50 minutes' as later from pgboss.job
      where name = 'user.boardofone.go-on' and data -> 'payload' ->> 'sessionId' = ${id} and state < 'completed'`;

    expect(waits).toEqual([{ later: true }, { later: true }]);
    expect(await anna.client.sessions.byId.query({ id })).toMatchObject({
      waitsFor: 'answers',
      roundNumber: 1,
    });
  });
});

describe('the vote', () => {
  it('shows a seat what it said itself, and of the others nothing', async () => {
    models.script = speakAsOneself;
    await completed(await ready(anna));
    const votes = models.prompts.filter(({ purpose }) => purpose === 'vote');

    expect(votes).toHaveLength(5);
    for (const { text } of votes) expect(new Set(text.match(/mark-\w+/g)).size).toBe(1);
  });

  it('that cannot be read is asked for once more, and then counts as an abstention that everybody sees', async () => {
    const [first] = [{ system: '' }];
    models.script = ({ purpose, system }) => {
      if (purpose !== 'vote') return undefined;
      if (first) first.system ||= system;
      return system === first?.system ? { ranking: ['O1', 'O1'] } : undefined;
    };
    const { ballots } = await completed(await ready(anna));
    const again = models.prompts.filter(
      ({ purpose, system }) => purpose === 'vote' && system === first?.system,
    );

    expect(again).toHaveLength(2);
    expect(ballots?.filter(({ isAbstention }) => isAbstention)).toEqual([
      expect.objectContaining({ wasAskedAgain: true, optionId: null }),
    ]);
  });
});

describe('the memo', () => {
  it('cites contributions of this session and no others', async () => {
    const id = await ready(anna);
    await completed(id);
    const { body } = await anna.client.room.memo.query({ id });
    const ids = (await anna.client.room.contributions.query({ id })).map((one) => one.id);

    expect(body.why[0]?.contributionIds).toEqual([ids[0]]);
    expect(body.risks[0]?.contributionIds).toEqual([]);
  });

  it('counts its own cost among those of the debate', async () => {
    const id = await ready(anna);
    await completed(id);
    const { baseline } = await anna.client.room.memo.query({ id });
    const { totalCost } = await anna.client.sessions.byId.query({ id });

    expect(addUsd(baseline.final.cost, baseline.single.cost)).toBe(totalCost);
  });
});

describe('evidence', () => {
  it('is a fact only where it quotes what was given', async () => {
    models.script = ({ purpose }) =>
      purpose === 'position'
        ? {
            statements: [
              { label: 'FACT', text: 'Rent is 2,400.', source: '2,400 a month' },
              { label: 'FACT', text: 'Rents will fall.', source: 'everybody knows' },
            ],
          }
        : undefined;
    const id = await ready(anna);
    await completed(id);
    const [said] = await anna.client.room.contributions.query({ id });

    expect(said?.statements.map(({ label }) => label)).toEqual(['FACT', 'ASSUMPTION']);
  });
});

describe('the log', () => {
  it('has no gaps, and its costs are the session’s', async () => {
    const id = await ready(anna);
    const view = await completed(id);
    const log = await readLog(anna, id);
    const { totalCost } = await anna.client.sessions.byId.query({ id });

    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(view.cost).toBe(totalCost);
    const [sum] = await board.server.db.admin`
      select sum(cost)::text as calls, (select sum(cost_usd)::text from public.model_usage where resource_id = ${id}) as ledger
      from boardofone.calls where session_id = ${id}`;
    expect(sum).toEqual({ calls: totalCost, ledger: totalCost });
  });
});
