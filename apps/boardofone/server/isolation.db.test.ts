import { proceduresOf } from '@commons/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardofone } from '../app.ts';
import { ready, untilSettled, untilView } from '../testing/drive.ts';
import { ask, type BoardPerson, bakery, type RunningBoard, startBoard } from '../testing/start-board.ts';

let board: RunningBoard;
let anna: BoardPerson;
/** A whole session of Ben’s, and one that waits for his approval. */
let bens: string;
let bensWaiting: string;
let bensContribution: string;
let bensLink: string;
let bensOption: string;
let bensNotice: string;
let bensQuestion: string;
let annas: string;
let annasDone: string;
let bensSeat: string;
let bensVoice: string;
let bensVoiceId: string;
let annasVoice: string;
let bensTrial: string;
let bensFork: string;

beforeAll(async () => {
  board = await startBoard();
  anna = await board.signUp();
  const ben = await board.signUp();
  bens = await ready(ben);
  await untilView(ben, bens, ({ status }) => status === 'completed');
  bensContribution = (await ben.client.room.contributions.query({ id: bens }))[0]?.id ?? '';
  await ben.client.sharing.create.mutate({ sessionId: bens, days: 1 });
  bensLink = (await ben.client.sharing.links.query({ sessionId: bens }))[0]?.id ?? '';
  const { options, seats } = await untilView(ben, bens, () => true);
  bensOption = options[0]?.id ?? '';
  bensSeat = seats[0]?.id ?? '';
  await ben.client.outcomes.record.mutate({ sessionId: bens, optionId: bensOption, ...expected });
  bensQuestion = crypto.randomUUID();
  const question = { id: bensQuestion, sessionId: bens, seatId: null, question: 'Why?' };
  await ben.client.followUps.ask.mutate(question);
  await untilSettled(ben, bens, bensQuestion);
  bensNotice = (await ben.client.notices.list.query())[0]?.id ?? '';
  bensVoiceId = crypto.randomUUID();
  const clone = { id: bensVoiceId, code: 'red_teamer' };
  bensVoice = (await ben.client.ownPersonas.clone.mutate(clone)).code;
  annasVoice = (await anna.client.ownPersonas.clone.mutate({ ...clone, id: crypto.randomUUID() })).code;
  bensTrial = crypto.randomUUID();
  await ben.client.ownPersonas.try.mutate({ id: bensTrial, code: bensVoice, question: tried });
  bensFork = crypto.randomUUID();
  await ben.client.forks.create.mutate({ id: bensFork, sessionId: bens, ...whatIf });
  await untilView(ben, bensFork, ({ status }) => status === 'completed');
  bensWaiting = (await ask(ben)).id;
  annasDone = await ready(anna);
  await untilView(anna, annasDone, ({ status }) => status === 'completed');
  annas = (await ask(anna)).id;
  await untilView(ben, bensWaiting, ({ waitsFor }) => waitsFor === 'approval');
  await untilView(anna, annas, ({ waitsFor }) => waitsFor === 'approval');
});
afterAll(() => board?.[Symbol.asyncDispose]());

const procedures = proceduresOf(boardofone.router);
const option = (label: string, isNothing = false) => ({ label, description: '', isNothing });
const panel = ['growth_hacker', 'base_rate_keeper', 'pre_mortem_host'].map((code) => ({ code }));

const tried = 'Do we bake on Sundays?';
const voice = {
  revision: 1,
  name: 'Mine',
  job: 'Asks',
  lossFunction: 'A loss',
  blindSpots: [],
  systemPrompt: 'You ask who bakes at night.',
};
const expected = { statement: 'It pays.', percent: 70, reviewOn: '2027-05-01', version: null };

const whatIf = { round: 1, change: { kind: 'assumption' as const, text: 'The rent is halved.' } };

type Attempt = [path: string, what: string, input: () => object];

/** Everything that can be asked for with an id of Ben's. */
const attempts: Attempt[] = [
  ['sessions.byId', 'his session', () => ({ id: bens })],
  ['sessions.create', 'the id of his session', () => ({ id: bens, ...bakery })],
  [
    'sessions.approve',
    'his session',
    () => ({
      id: bensWaiting,
      version: 1,
      subQuestions: ['Who?'],
      options: [option('Mine'), option('Nothing', true)],
    }),
  ],
  ['sessions.pause', 'his session', () => ({ id: bensWaiting })],
  ['sessions.resume', 'his session', () => ({ id: bensWaiting })],
  ['sessions.kill', 'his session', () => ({ id: bensWaiting, reason: 'Mine.' })],
  ['sessions.changeCap', 'his session', () => ({ id: bensWaiting, capUsd: '2.00' })],
  ['panel.estimate', 'his session', () => ({ id: bensWaiting, models: [null] })],
  ['sessions.archive', 'his session', () => ({ id: bens, isArchived: true })],
  ['sessions.remove', 'his session', () => ({ id: bens })],
  ['panel.start', 'his session', () => ({ id: bensWaiting, version: 1, seats: panel })],
  ['room.events', 'his session', () => ({ id: bens })],
  ['room.start', 'his session', () => ({ id: bens })],
  ['room.contributions', 'his session', () => ({ id: bens })],
  ['room.memo', 'his session', () => ({ id: bens })],
  ['room.exportRecord', 'his session', () => ({ id: bens })],
  ['room.say', 'his session', () => ({ id: bensWaiting, factId: crypto.randomUUID(), content: 'Mine.' })],
  [
    'room.say',
    'a question to him, from a session of hers',
    () => ({ id: annas, factId: crypto.randomUUID(), content: 'Mine.', answersId: bensContribution }),
  ],
  ['room.goOn', 'his session', () => ({ id: bensWaiting })],
  ['followUps.list', 'his session', () => ({ sessionId: bens })],
  [
    'followUps.ask',
    'his session',
    () => ({ id: crypto.randomUUID(), sessionId: bens, seatId: null, question: 'Why?' }),
  ],
  [
    'followUps.ask',
    'a seat of his, from a session of hers',
    () => ({ id: crypto.randomUUID(), sessionId: annasDone, seatId: bensSeat, question: 'Why?' }),
  ],
  [
    'followUps.ask',
    'the id of his question',
    () => ({ id: bensQuestion, sessionId: annasDone, seatId: null, question: 'Why?' }),
  ],
  ['followUps.retry', 'his question', () => ({ id: bensQuestion })],
  ['forks.bySession', 'his session', () => ({ id: bens })],
  ['forks.compare', 'his what-if', () => ({ id: bensFork })],
  ['forks.create', 'his session', () => ({ id: crypto.randomUUID(), sessionId: bens, ...whatIf })],
  ['forks.create', 'the id of his session', () => ({ id: bens, sessionId: annasDone, ...whatIf })],
  ['ownPersonas.byCode', 'his voice', () => ({ code: bensVoice })],
  ['ownPersonas.clone', 'his voice', () => ({ id: crypto.randomUUID(), code: bensVoice })],
  ['ownPersonas.clone', 'the id of his voice', () => ({ id: bensVoiceId, code: 'red_teamer' })],
  ['ownPersonas.edit', 'his voice', () => ({ code: bensVoice, ...voice })],
  ['ownPersonas.archive', 'his voice', () => ({ code: bensVoice, isArchived: true })],
  ['ownPersonas.remove', 'his voice', () => ({ code: bensVoice })],
  ['ownPersonas.try', 'his voice', () => ({ id: crypto.randomUUID(), code: bensVoice, question: tried })],
  ['ownPersonas.try', 'his trial', () => ({ id: bensTrial, code: annasVoice, question: tried })],
  ['personas.byCode', 'his voice', () => ({ code: bensVoice })],
  ['outcomes.bySession', 'his session', () => ({ sessionId: bens })],
  [
    'outcomes.record',
    'his session',
    () => ({ sessionId: bens, optionId: bensOption, ...expected, version: 1 }),
  ],
  ['outcomes.resolve', 'his session', () => ({ sessionId: bens, hasHappened: true })],
  ['notices.markRead', 'his notice', () => ({ id: bensNotice })],
  ['sharing.create', 'his session', () => ({ sessionId: bens, days: 1 })],
  ['sharing.links', 'his session', () => ({ sessionId: bens })],
  ['sharing.revoke', 'his link', () => ({ id: bensLink })],
  ['sharing.byLink', 'the id of his link', () => ({ token: bensLink })],
];

/** What takes no id, and so reaches only what the session says. */
const withoutIds = [
  'account.consent',
  'account.mine',
  'changes.follow',
  'costs.read',
  'outcomes.calibration',
  'outcomes.list',
  'notices.list',
  'notices.settings',
  'notices.setMails',
  'plan.mine',
  'plan.offers',
  'plan.checkoutState',
  'plan.beginCheckout',
  'plan.openPortal',
  'sessions.list',
];

/** Personas and templates of mails are everybody's to read; the list of personas has one's own voices besides. */
const everybodys = ['notices.templates', 'personas.list'];

const tables = [
  'options',
  'seats',
  'calls',
  'contributions',
  'votes',
  'owner_facts',
  'memos',
  'events',
  'share_links',
  'outcomes',
  'notices',
  'follow_ups',
  'checkpoints',
] as const;

/** Every row of Ben's. */
async function everything() {
  const { admin } = board.server.db;
  const read = tables.map(
    (table) =>
      admin`select * from boardofone.${admin(table)} where session_id in (${bens}, ${bensWaiting}) order by 1, 2`,
  );
  return Promise.all([
    ...read,
    admin`select * from boardofone.own_personas order by id`,
    admin`select * from boardofone.own_persona_versions order by id`,
    admin`select * from boardofone.persona_trials order by id`,
    admin`select * from boardofone.sessions where id in (${bens}, ${bensWaiting}) order by id`,
  ]);
}

/** Calls a procedure as its kind asks for and returns the code of its error. */
async function codeOf(person: BoardPerson, path: string, input: object) {
  const url = `/boardofone/trpc/${path}`;
  const response =
    procedures[path]?._def.type === 'mutation'
      ? await person.request(url, input)
      : await person.request(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return /"code":"([A-Z_]+)"/.exec(await response.text())?.[1];
}

describe('what belongs to somebody else', () => {
  it.each(attempts)('is not found by %s with %s, and nothing changes', async (path, _, input) => {
    const before = await everything();

    expect(await codeOf(anna, path, input())).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
  });

  it('is in no list', async () => {
    const { items } = await anna.client.sessions.list.query({});
    expect(items.map(({ id }) => id)).toEqual([annas, annasDone]);
  });

  it('is tried with every procedure that takes an id', () => {
    const tried = [...new Set(attempts.map(([path]) => path)), ...withoutIds, ...everybodys];

    expect(tried.toSorted()).toEqual(Object.keys(procedures).toSorted());
  });
});

/** What is open to whoever has the token of a link. */
const byToken = 'sharing.byLink';

describe('without a session', () => {
  it.each(Object.keys(procedures).filter((path) => path !== byToken))('%s is refused', async (path) => {
    expect(await codeOf(board.server.visitor, path, {})).toBe('UNAUTHENTICATED');
  });
});
