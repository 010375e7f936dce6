import { enqueueAsService } from '@commons/api';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ready, untilView } from '../../testing/drive.ts';
import { failing, type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, bakery, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { noticeMailJob } from './notice-mail-job.ts';

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

const told = async () =>
  (await anna.client.notices.list.query()).map(({ kind, reason }) => ({ kind, reason }));
const nextMail = () => board.server.mailbox.next(anna.email);
/** Her jobs that mail, by queue, with how they stand. */
const mailJobs = () => board.server.db.admin<{ name: string; state: string }[]>`
  select name, state from pgboss.job where group_id = ${anna.userId} and name like '%mail%' order by name`;
const refuseKey = () => {
  models.script = ({ purpose }) => (purpose === 'decomposition' ? failing('MODEL_KEY_INVALID') : undefined);
};

describe('the owner of a session', () => {
  it('is told once that it is done, on the page and by mail, with the way to the memo', async () => {
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const mail = await nextMail();
    const [notice] = await anna.client.notices.list.query();

    expect(mail.subject).toBe(`The board is done: ${bakery.problem}`);
    expect(mail.text).toContain(`${board.server.url}/boardofone/sessions/${id}/memo\n`);
    expect(mail.text).toContain(`${board.server.url}/boardofone/notices`);
    expect(notice).toMatchObject({ sessionId: id, problem: bakery.problem, kind: 'completed', readAt: null });
    expect(await told()).toEqual([{ kind: 'completed', reason: null }]);
    await expect(
      board.server.db.admin`
        insert into boardofone.notices (user_id, session_id, kind, run, template_version)
        select user_id, session_id, kind, run, template_version from boardofone.notices where session_id = ${id}`,
    ).rejects.toMatchObject({ code: '23505' });
  });

  it('gets the mail in the version that the notice holds, whatever is sent by now', async () => {
    refuseKey();
    const { id } = await ask(anna);
    await nextMail();
    const { admin, service } = board.server.db;
    await admin`
      insert into boardofone.mail_templates (name, version, subject, text)
      values ('paused', 9, 'Worded for {{problem}}', 'In another way.') on conflict do nothing`;
    const noticeId = uuidV7();
    await admin`
      insert into boardofone.notices (id, user_id, session_id, kind, reason, run, template_version)
      values (${noticeId}, ${anna.userId}, ${id}, 'paused', 'cost_cap', 99, 9)`;
    const job = { job: noticeMailJob, userId: anna.userId };
    await service.asService('mail a notice', (tx) => enqueueAsService(tx, job, { noticeId }));

    expect(await nextMail()).toMatchObject({
      subject: `Worded for ${bakery.problem}`,
      text: 'In another way.',
    });
  });

  it('is told each time that it stops by itself, why, and what to do', async () => {
    refuseKey();
    const { id } = await ask(anna);
    expect((await nextMail()).text).toContain('The language model cannot be used right now.');
    await anna.client.sessions.resume.mutate({ id });
    expect((await nextMail()).text).toContain(`/boardofone/sessions/${id}\n`);

    expect(await told()).toEqual(Array(2).fill({ kind: 'paused', reason: 'model_unavailable' }));
  });

  it('is not told what they did themselves', async () => {
    const { id } = await ask(anna);
    await anna.client.sessions.pause.mutate({ id });
    await anna.client.sessions.kill.mutate({ id, reason: 'The landlord sold.' });

    expect(await told()).toEqual([]);
    expect(await mailJobs()).toEqual([]);
  });

  it('gets no mail once it is switched off, and reads it on the page all the same', async () => {
    expect(await anna.client.notices.settings.query()).toEqual({
      hasMails: true,
      canMail: true,
      email: anna.email,
    });
    await anna.client.notices.setMails.mutate({ hasMails: false });
    refuseKey();
    await ask(anna);

    await expect
      .poll(mailJobs, { timeout: 20_000 })
      .toEqual([{ name: 'user.boardofone.notice-mail', state: 'completed' }]);
    expect(await told()).toHaveLength(1);
    expect(board.server.mailbox.mails.filter(({ to }) => to === anna.email)).toEqual([]);
  });

  it('marks a notice as read, and the first time stays', async () => {
    refuseKey();
    await ask(anna);
    await expect.poll(told, { timeout: 20_000 }).toHaveLength(1);
    const read = async () => {
      const [notice] = await anna.client.notices.list.query();
      await anna.client.notices.markRead.mutate({ id: notice?.id ?? '' });
      return (await anna.client.notices.list.query())[0]?.readAt;
    };
    const first = await read();

    expect(first).toBeTruthy();
    expect(await read()).toBe(first);
  });
});

it('notices are told a page at a time, each once and the newest first', async () => {
  const { id } = await ask(anna);
  await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
  await board.server.db.admin`
    insert into boardofone.notices (user_id, session_id, kind, run, template_version)
    select ${anna.userId}, ${id}, 'completed', n, 1 from generate_series(100, 144) as n`;
  const first = await anna.client.notices.list.query();
  const second = await anna.client.notices.list.query({ cursor: first.at(-1)?.id ?? null });
  const third = await anna.client.notices.list.query({ cursor: second.at(-1)?.id ?? null });
  const ids = [first, second, third].flat().map((notice) => notice.id);

  expect([first.length, second.length, third.length]).toEqual([20, 20, 5]);
  expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
});
