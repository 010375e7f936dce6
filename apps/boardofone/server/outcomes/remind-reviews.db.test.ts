import { enqueueAsService } from '@commons/api';
import { startTestServer } from '@commons/api/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boardofone } from '../../app.ts';
import { ready, untilView } from '../../testing/drive.ts';
import { type BoardPerson, bakery, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { remindReviewJob } from './remind-review-job.ts';
import { remindReviewsJob } from './remind-reviews-job.ts';

const clock = { at: new Date() };
const now = () => clock.at;
let board: RunningBoard;
let anna: BoardPerson;
let sessionId: string;
let optionId: string;
beforeAll(async () => {
  board = await startBoard({ now });
});
beforeEach(async () => {
  clock.at = new Date('2027-04-30T12:00:00Z');
  anna = await board.signUp();
  sessionId = await ready(anna);
  const { options } = await untilView(anna, sessionId, ({ status }) => status === 'completed');
  optionId = options[0]?.id ?? '';
  await board.server.mailbox.next(anna.email);
});
afterAll(() => board?.[Symbol.asyncDispose]());

const statement = 'The shop covers its rent.';
const record = (reviewOn: string, more: object = {}) =>
  anna.client.outcomes.record.mutate({
    sessionId,
    optionId,
    statement,
    percent: 70,
    reviewOn,
    timeZone: 'America/New_York',
    version: null,
    ...more,
  });

/** What the hourly job does at this instant, with everything that comes of it. */
async function remindAt(instant: string): Promise<void> {
  clock.at = new Date(instant);
  await board.server.db.service.asService('remind', (tx) => enqueueAsService(tx, remindReviewsJob, {}));
  await settled();
}

/** What the job of one review does at this instant, whoever asks for it. */
async function remindOfItAt(instant: string): Promise<void> {
  clock.at = new Date(instant);
  const job = { job: remindReviewJob, userId: anna.userId };
  await board.server.db.service.asService('remind', (tx) => enqueueAsService(tx, job, { sessionId }));
  await settled();
}
const settled = () =>
  expect
    .poll(
      () => board.server.db.admin`
        select name from pgboss.job where name not like '%clean-up' and state < 'completed'`,
      { timeout: 20_000 },
    )
    .toEqual([]);
const reminders = async () =>
  (await anna.client.notices.list.query()).filter(({ kind }) => kind === 'review_due');
const mails = () =>
  board.server.mailbox.mails.filter(
    ({ to, subject }) => to === anna.email && subject.startsWith('What came of it'),
  );

describe('the day of a review', () => {
  it('is told once when it has begun where its person lives, on the page and by a mail that can be ended', async () => {
    await record('2027-05-01');
    await remindAt('2027-05-01T12:59:00Z');
    await remindOfItAt('2027-05-01T12:59:00Z');
    expect(await reminders()).toEqual([]);
    await remindAt('2027-05-01T13:00:00Z');
    await remindAt('2027-05-02T13:00:00Z');
    await remindOfItAt('2027-05-02T13:00:00Z');

    expect(await reminders()).toMatchObject([{ sessionId, problem: bakery.problem, readAt: null }]);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]).toMatchObject({
      text: expect.stringContaining(
        `${statement}\n\nWas it so? Say it here:\n${board.server.url}/boardofone/outcomes\n`,
      ),
      unsubscribeUrl: expect.stringContaining('/boardofone/unsubscribe/'),
    });
  });

  it('is told on the page alone to who has ended mails', async () => {
    await record('2027-05-01');
    await anna.client.notices.setMails.mutate({ hasMails: false });
    await remindAt('2027-05-01T13:00:00Z');

    expect(await reminders()).toHaveLength(1);
    expect(mails()).toEqual([]);
  });

  it('is not told once they have looked by themselves', async () => {
    await record('2027-05-01');
    await anna.client.outcomes.resolve.mutate({ sessionId, hasHappened: true });
    await remindAt('2027-05-01T13:00:00Z');

    expect(await reminders()).toEqual([]);
  });

  it('is told again when they set another, and not when they change something else', async () => {
    await record('2027-05-01');
    await remindAt('2027-05-01T13:00:00Z');
    await record('2027-05-01', { percent: 60, version: 1 });
    await remindAt('2027-05-01T14:00:00Z');
    await remindOfItAt('2027-05-01T14:00:00Z');
    expect(await reminders()).toHaveLength(1);
    await record('2027-06-01', { percent: 60, version: 2 });
    await remindAt('2027-05-31T13:00:00Z');
    expect(await reminders()).toHaveLength(1);
    await remindAt('2027-06-01T13:00:00Z');

    expect(await reminders()).toHaveLength(2);
  });

  it('is told once though two workers are at it at once', async () => {
    await record('2027-05-01');
    clock.at = new Date('2027-05-01T13:00:00Z');
    const { db, mailbox } = board.server;
    await using second = await startTestServer({ apps: [boardofone], db, now, deliver: mailbox.deliver });
    await db.service.asService('remind', async (tx) => {
      for (let time = 0; time < 6; time += 1) {
        await enqueueAsService(tx, remindReviewsJob, {});
        await enqueueAsService(tx, { job: remindReviewJob, userId: anna.userId }, { sessionId });
      }
    });
    await settled();

    expect(second.url).not.toBe(board.server.url);
    expect(await reminders()).toHaveLength(1);
    expect(mails()).toHaveLength(1);
  });
});
