import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let anna: BoardPerson;
let id: string;
let optionId: string;
beforeAll(async () => {
  board = await startBoard({ models: scriptedModels() });
  anna = await board.signUp();
  id = await ready(anna);
  const { options } = await untilView(anna, id, ({ status }) => status === 'completed');
  optionId = options[0]?.id ?? '';
});
afterAll(() => board?.[Symbol.asyncDispose]());

const expected = { statement: 'The shop covers its rent.', percent: 70, reviewOn: '2027-05-01' };
const record = (more: object = {}) =>
  anna.client.outcomes.record.mutate({ sessionId: id, optionId, ...expected, version: null, ...more });
const refusedWith = (code: string) => ({ data: { code } });

describe('an outcome', () => {
  it('waits until the board has finished', async () => {
    const { id: early } = await ask(anna);

    await expect(record({ sessionId: early })).rejects.toMatchObject(refusedWith('CONFLICT'));
  });

  it('is of an option of that very session', async () => {
    await expect(record({ optionId: crypto.randomUUID() })).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });

  it('is not kept for a day of a zone that the database does not know, and says so', async () => {
    const words = expect.stringContaining('does not know the time zone');
    await expect(record({ timeZone: 'US/Pacific-New' })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { timeZone: [words] } },
    });
  });

  it('can be changed until it is reviewed, from its newest version, and stays as it is from then on', async () => {
    expect(await anna.client.outcomes.bySession.query({ sessionId: id })).toBeNull();
    await record();
    await expect(record()).rejects.toMatchObject(refusedWith('STALE_VERSION'));
    await record({ percent: 60, version: 1 });
    expect(await anna.client.outcomes.list.query({ isReviewed: false })).toMatchObject({
      items: [{ sessionId: id, option: 'Open a second bakery', percent: 60, version: 2, resolvedAt: null }],
      nextCursor: null,
    });

    await anna.client.outcomes.resolve.mutate({ sessionId: id, hasHappened: true, note: 'Since March.' });
    expect(await anna.client.outcomes.bySession.query({ sessionId: id })).toMatchObject({
      hasHappened: true,
      note: 'Since March.',
    });
    await expect(record({ percent: 100, version: 2 })).rejects.toMatchObject(refusedWith('CONFLICT'));
    await expect(
      anna.client.outcomes.resolve.mutate({ sessionId: id, hasHappened: false }),
    ).rejects.toMatchObject(refusedWith('CONFLICT'));
    await expect(
      board.server.db.admin`update boardofone.outcomes set probability = 1 where session_id = ${id}`,
    ).rejects.toThrow('this outcome has been reviewed');
    expect(
      await board.server.db.admin`
        select action from public.audit_log
        where user_id = ${anna.userId} and resource_id = ${id} and action like 'outcome%' order by "timestamp"`,
    ).toEqual(['outcome_recorded', 'outcome_recorded', 'outcome_reviewed'].map((action) => ({ action })));
  });

  it.each([-1, 101, 0.5, Number.NaN])('takes no chance of %s percent', async (percent) => {
    await expect(record({ percent, version: 2 })).rejects.toMatchObject(refusedWith('BAD_INPUT'));
  });
});

/** A decision of somebody's that has been reviewed, or not yet: a sure seat for the option, one against it, one that abstained. */
async function decided(
  userId: string,
  { hasHappened, resolvedAt }: { hasHappened: boolean | null; resolvedAt: Date | null },
): Promise<void> {
  const { admin } = board.server.db;
  const [session] = await admin`
    insert into boardofone.sessions (user_id, problem, seed) values (${userId}, 'Do we hire?', 1) returning id`;
  const sessionId = session?.id;
  const made = await admin`
    insert into boardofone.options (user_id, session_id, position, label)
    select ${userId}, ${sessionId}, n, 'Option ' || n from generate_series(1, 3) as n returning id`;
  const [chosen, other] = made.map((option) => option.id);
  const seated = await admin`
    insert into boardofone.seats
      (user_id, session_id, position, persona_code, persona_version, name, job, is_adversarial, system_prompt, reason)
    select ${userId}, ${sessionId}, n, 'voice_' || n, 1, 'Voice ' || n, 'Speaks', false, 'Speak.', ''
    from generate_series(1, 3) as n returning id`;
  const [sure, against, silent] = seated.map((seat) => seat.id);
  await admin`
    insert into boardofone.votes (user_id, session_id, seat_id, is_abstention, option_id, confidence) values
      (${userId}, ${sessionId}, ${sure}, false, ${chosen}, 1),
      (${userId}, ${sessionId}, ${against}, false, ${other}, 0.8),
      (${userId}, ${sessionId}, ${silent}, true, null, null)`;
  await admin`
    insert into boardofone.outcomes
      (user_id, session_id, option_id, statement, probability, review_on, resolved_at, has_happened)
    values (${userId}, ${sessionId}, ${chosen}, 'It works.', 0.5, '2026-01-01', ${resolvedAt}, ${hasHappened})`;
}

const reviewed = (userId: string, hasHappened: boolean, resolvedAt = new Date()) =>
  decided(userId, { hasHappened, resolvedAt });

describe('the list of outcomes', () => {
  async function pages(person: BoardPerson, isReviewed: boolean): Promise<string[][]> {
    const read: string[][] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof person.client.outcomes.list.query>> =
        await person.client.outcomes.list.query({ isReviewed, cursor, limit: 2 });
      read.push(page.items.map(({ sessionId }) => sessionId));
      cursor = page.nextCursor;
    } while (cursor);
    return read;
  }

  it('comes in pages that leave nothing out and repeat nothing, also of one day and one moment', async () => {
    const ben = await board.signUp();
    const moment = new Date('2026-01-02T10:00:00Z');
    for (let count = 0; count < 5; count += 1) {
      await reviewed(ben.userId, true, moment);
      await decided(ben.userId, { hasHappened: null, resolvedAt: null });
    }
    const [open, past] = await Promise.all([pages(ben, false), pages(ben, true)]);

    for (const read of [open, past]) expect(read.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(new Set([...open, ...past].flat()).size).toBe(10);
  });

  it('begins with what was reviewed last', async () => {
    const ben = await board.signUp();
    for (const day of ['2026-01-03', '2026-01-05', '2026-01-04'])
      await reviewed(ben.userId, true, new Date(day));
    const { items } = await ben.client.outcomes.list.query({ isReviewed: true });

    expect(items.map(({ resolvedAt }) => resolvedAt?.toString().slice(0, 10))).toEqual([
      '2026-01-05',
      '2026-01-04',
      '2026-01-03',
    ]);
  });

  it('has no page after somebody else’s', async () => {
    const ben = await board.signUp();
    await reviewed(ben.userId, true);

    expect(await ben.client.outcomes.list.query({ isReviewed: true, cursor: id })).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});

describe('calibration', () => {
  it('has no score before ten decisions have been reviewed, and counts from then on', async () => {
    const ben = await board.signUp();
    for (let count = 0; count < 9; count += 1) await reviewed(ben.userId, true);
    const before = await ben.client.outcomes.calibration.query();

    expect(before).toEqual({
      owner: { brier: null, n: 9 },
      panel: { brier: null, n: 9 },
      personas: [
        { code: 'voice_1', name: 'Voice 1', brier: null, n: 9 },
        { code: 'voice_2', name: 'Voice 2', brier: null, n: 9 },
      ],
    });

    await reviewed(ben.userId, true);
    const { owner, panel, personas } = await ben.client.outcomes.calibration.query();
    expect(owner).toEqual({ brier: 0.25, n: 10 });
    // One said 1, the other a half of the 0.2 that it left to the other two.
    expect(panel.brier).toBeCloseTo(((1 + 0.1) / 2 - 1) ** 2);
    expect(personas.map(({ brier }) => brier)).toEqual([0, expect.closeTo(0.81)]);
  });

  it('is the person’s own', async () => {
    const eve = await board.signUp();

    expect(await eve.client.outcomes.calibration.query()).toEqual({
      owner: { brier: null, n: 0 },
      panel: { brier: null, n: 0 },
      personas: [],
    });
  });
});
