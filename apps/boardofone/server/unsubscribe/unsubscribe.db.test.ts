import { startTestSmtp, type TestSmtp } from '@commons/api/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failing, type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { answerAfterMs } from './route.ts';

let smtp: TestSmtp;
let board: RunningBoard;
let models: ScriptedModels;
let anna: BoardPerson;
beforeAll(async () => {
  smtp = await startTestSmtp();
  models = scriptedModels(({ purpose }) =>
    purpose === 'decomposition' ? failing('MODEL_KEY_INVALID') : undefined,
  );
  board = await startBoard({ models, env: { smtpUrl: smtp.url }, deliver: undefined });
});
beforeEach(async () => {
  anna = await board.signUp();
});
afterAll(async () => {
  await board?.[Symbol.asyncDispose]();
  await smtp?.[Symbol.asyncDispose]();
});

const mailsTo = ({ email }: BoardPerson) => smtp.received.filter(({ to }) => to.includes(email));
const hasMails = async (person: BoardPerson) => (await person.client.notices.settings.query()).hasMails;

/** The headers of a mail, each in one line. */
const headersOf = (source: string) => source.split('\r\n\r\n', 1)[0]?.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';

/** Lets a session of this person stop by itself, and answers where its mail says that such mails end. */
async function stoppedMail(person: BoardPerson): Promise<{ url: string; source: string }> {
  const before = mailsTo(person).length;
  await ask(person);
  await expect.poll(() => mailsTo(person).length, { timeout: 20_000 }).toBe(before + 1);
  const source = mailsTo(person).at(-1)?.source ?? '';
  const [, url = ''] = /^List-Unsubscribe: <(.+)>$/m.exec(headersOf(source)) ?? [];
  return { url, source };
}

/** What a mail program sends for its button. */
const oneClick = (url: string) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });

/** An answer without what differs for every request. */
async function formOf(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  return { status: response.status, headers, text: await response.text() };
}

describe('a mail of the board', () => {
  it('ends with one click, as often as it is made, without a session and for one person alone', async () => {
    const ben = await board.signUp();
    const { url, source } = await stoppedMail(anna);
    expect(headersOf(source)).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(url).toMatch(new RegExp(`^${board.server.url}/boardofone/unsubscribe/[\\w-]{43}$`));

    expect((await oneClick(url)).status).toBe(200);
    expect((await oneClick(url)).status).toBe(200);
    expect([await hasMails(anna), await hasMails(ben)]).toEqual([false, true]);

    await ask(anna);
    await expect.poll(() => anna.client.notices.list.query(), { timeout: 20_000 }).toHaveLength(2);
    await stoppedMail(ben);
    await expect
      .poll(
        () => board.server.db.admin`
          select from pgboss.job where group_id = ${anna.userId} and name like '%notice-mail' and state < 'completed'`,
      )
      .toEqual([]);
    expect(mailsTo(anna)).toHaveLength(1);
  });

  it('leaves one row in its reader’s log when it ends, and others when they switch it on and off', async () => {
    const { url } = await stoppedMail(anna);
    await oneClick(url);
    await oneClick(url);
    for (const hasMails of [true, true, false]) await anna.client.notices.setMails.mutate({ hasMails });
    const rows = await board.server.db.admin`
      select app, action, details, ip_address as address, user_agent as agent, request_id is not null as traced
      from public.audit_log
      where user_id = ${anna.userId} and action like 'mails%' order by "timestamp"`;

    const about = { app: 'boardofone', address: '127.0.0.1', agent: expect.any(String), traced: true };
    expect(rows).toEqual([
      { ...about, action: 'mails_switched_off', details: { by: 'link' } },
      { ...about, action: 'mails_switched_on', details: null },
      { ...about, action: 'mails_switched_off', details: null },
    ]);
  });

  it('is looked into by programs that follow every link, and goes on', async () => {
    const { url, source } = await stoppedMail(anna);
    expect(source.replaceAll('=\r\n', '')).toContain('/boardofone/unsubscribe/');
    const response = await fetch(url);
    await fetch(url, { method: 'HEAD' });

    expect(await response.text()).toContain('<form method="post">');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await hasMails(anna)).toBe(true);
  });

  it('comes again once its reader says so, and each of its mails ends it again', async () => {
    const first = await stoppedMail(anna);
    await oneClick(first.url);
    await anna.client.notices.setMails.mutate({ hasMails: true });
    const second = await stoppedMail(anna);
    expect(second.url).not.toBe(first.url);

    await oneClick(first.url);
    expect(await hasMails(anna)).toBe(false);
  });

  it('has a link that the database does not know, only its hash, and that no log names', async () => {
    const { url } = await stoppedMail(anna);
    await oneClick(url);
    const token = url.split('/').at(-1) ?? '';
    const { admin } = board.server.db;
    const rows = await admin`select to_jsonb(n)::text as row from boardofone.notices as n`;
    const jobs = await admin`select to_jsonb(j)::text as row from pgboss.job as j`;

    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, jobs])).not.toContain(token);
    expect(board.server.logText()).not.toContain(token);
  });
});

describe('a link that is none', () => {
  it.each([
    ['of nobody', 'A'.repeat(43)],
    ['too short', 'A'],
    ['of other characters', encodeURIComponent("' or true --")],
  ])('is answered as one that is, by GET and by POST: %s', async (_, token) => {
    const { url } = await stoppedMail(anna);
    const wrong = `${board.server.url}/boardofone/unsubscribe/${token}`;

    expect(await formOf(await fetch(wrong))).toEqual(await formOf(await fetch(url)));
    expect(await formOf(await oneClick(wrong))).toEqual(await formOf(await oneClick(url)));
  });

  it('takes as long to answer as one that is', async () => {
    const { url } = await stoppedMail(anna);
    const wrong = `${board.server.url}/boardofone/unsubscribe/${'A'.repeat(43)}`;
    for (const link of [url, wrong, `${board.server.url}/boardofone/unsubscribe/A`]) {
      const began = performance.now();
      await oneClick(link);
      // A timer may fire a millisecond early.
      expect(performance.now() - began).toBeGreaterThan(answerAfterMs - 2);
    }
  });

  it('changes nobody’s settings', async () => {
    await stoppedMail(anna);
    const { admin } = board.server.db;
    await admin`update boardofone.accounts set has_mails = true`;
    const [notice] = await admin`
      select id, unsubscribe_hash as hash from boardofone.notices where user_id = ${anna.userId}`;
    for (const token of ['A'.repeat(43), notice?.id, notice?.hash, '']) {
      await oneClick(`${board.server.url}/boardofone/unsubscribe/${token}`);
    }

    expect(await admin`select from boardofone.accounts where not has_mails`).toEqual([]);
  });
});
