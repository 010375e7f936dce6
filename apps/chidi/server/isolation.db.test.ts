import { createGate } from '@commons/ai/testing';
import { proceduresOf } from '@commons/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChidiPerson, noFields } from '../testing/chidi-person.ts';
import { eventually } from '../testing/eventually.ts';
import { type RunningChidi, startChidi } from '../testing/start-chidi.ts';
import type { Exchange } from './messages/schemas.ts';
import { chidiRouter } from './router.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
let ben: ChidiPerson;
let bensBusiness: string;
let bens: Exchange;
let annasBusiness: string;
let annas: Exchange;

beforeAll(async () => {
  chidi = await startChidi();
  [anna, ben] = [await chidi.signUp(), await chidi.signUp()];
  bensBusiness = (await ben.addBusiness({ company: 'Ben’s own.' })).id;
  bens = await ben.ask('Ben’s question', bensBusiness);
  annasBusiness = (await anna.addBusiness()).id;
  annas = await anna.ask('Anna’s question', annasBusiness);
  await Promise.all([ben.ended(bens), anna.ended(annas)]);
  // The titles come a little after the answers, and would look as if an attempt had changed something.
  for (const { conversationId } of [bens, annas]) {
    await eventually(async () => {
      const [row] = await chidi.server.db.admin`
        select title_source from chidi.conversations where id = ${conversationId}`;
      expect(row?.title_source).toBe('auto');
    });
  }
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const procedures = proceduresOf(chidiRouter);
const newId = () => crypto.randomUUID();

type Attempt = [path: string, what: string, input: () => object];

/** Everything that can be asked for with an id of Ben's. */
const attempts: Attempt[] = [
  ['contexts.byId', 'his business', () => ({ id: bensBusiness })],
  ['contexts.create', 'his business’s id', () => ({ id: bensBusiness, name: 'Mine', fields: noFields })],
  [
    'contexts.update',
    'his business',
    () => ({ id: bensBusiness, name: 'Mine', fields: noFields, version: 1 }),
  ],
  ['contexts.remove', 'his business', () => ({ id: bensBusiness })],
  ['conversations.byId', 'his conversation', () => ({ id: bens.conversationId })],
  ['conversations.rename', 'his conversation', () => ({ id: bens.conversationId, title: 'Mine' })],
  ['conversations.remove', 'his conversation', () => ({ id: bens.conversationId })],
  ['conversations.restore', 'his conversation', () => ({ id: bens.conversationId })],
  [
    'conversations.chooseLeaf',
    'his conversation',
    () => ({ id: bens.conversationId, leafId: bens.answerId }),
  ],
  [
    'conversations.chooseLeaf',
    'his message in her conversation',
    () => ({ id: annas.conversationId, leafId: bens.answerId }),
  ],
  ['conversations.start', 'his business', () => start({ userContextId: bensBusiness })],
  ['conversations.start', 'his conversation’s id', () => start({ id: bens.conversationId })],
  ['conversations.start', 'his question’s id', () => start({ questionId: bens.questionId })],
  ['messages.send', 'his conversation', () => send({ ...bens, parentId: bens.answerId })],
  ['messages.send', 'his conversation at its beginning', () => send({ ...bens, parentId: null })],
  ['messages.send', 'his answer as a parent', () => send({ ...annas, parentId: bens.answerId })],
  [
    'messages.send',
    'his message’s id',
    () => ({ ...send({ ...annas, parentId: annas.answerId }), id: bens.questionId }),
  ],
  ['messages.regenerate', 'his question', () => ({ id: newId(), questionId: bens.questionId })],
  ['messages.regenerate', 'his answer’s id', () => ({ id: bens.answerId, questionId: annas.questionId })],
  ['messages.continue', 'his answer', () => ({ answerId: bens.answerId })],
  ['messages.stop', 'his answer', () => ({ answerId: bens.answerId })],
  ['messages.follow', 'his answer', () => ({ answerId: bens.answerId })],
];

/** What takes no id, and so reaches only what the session says. */
const withoutIds = ['changes.follow', 'contexts.list', 'conversations.list', 'model.describe'];

const start = (ids: object) => ({
  id: newId(),
  userContextId: annasBusiness,
  questionId: newId(),
  content: 'Anna’s',
  ...ids,
});
const send = ({ conversationId, parentId }: { conversationId: string; parentId: string | null }) => ({
  id: newId(),
  conversationId,
  parentId,
  content: 'Anna’s',
});

/** Calls a procedure as its kind asks for and returns the code of its error. */
async function codeOf(person: { request: ChidiPerson['request'] }, path: string, input: object) {
  const type = procedures[path]?._def.type;
  const url = `/chidi/trpc/${path}`;
  const response =
    type === 'mutation'
      ? await person.request(url, input)
      : await person.request(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return /"code":"([A-Z_]+)"/.exec(await response.text())?.[1];
}

/** Every row of Chidi as it is, whoever's it is. */
const everything = async () =>
  await chidi.server.db.admin`
  select 'context' as kind, id, to_jsonb(one) as row from chidi.user_contexts as one
  union all select 'version', id, to_jsonb(one) from chidi.context_versions as one
  union all select 'conversation', id, to_jsonb(one) from chidi.conversations as one
  union all select 'message', id, to_jsonb(one) from chidi.messages as one
  order by 1, 2`;

describe('what belongs to somebody else', () => {
  it.each(attempts)('is not found by %s with %s, and nothing changes', async (path, _what, input) => {
    const [before, asked] = [await everything(), chidi.model.requests.length];

    expect(await codeOf(anna, path, input())).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
    expect(chidi.model.requests).toHaveLength(asked);
  });

  it('is tried with every procedure that takes an id', () => {
    const tried = new Set([...attempts.map(([path]) => path), ...withoutIds]);

    expect([...tried].toSorted()).toEqual(Object.keys(procedures).toSorted());
  });

  it('is in no list', async () => {
    const { items } = await anna.client.conversations.list.query({});

    expect(items.map(({ id }) => id)).toEqual([annas.conversationId]);
    expect((await anna.client.contexts.list.query()).map(({ id }) => id)).toEqual([annasBusiness]);
  });

  it('is never told to the model', () => {
    const hers = chidi.model.requests.filter(({ body }) => JSON.stringify(body).includes('Anna’s'));

    expect(hers).not.toHaveLength(0);
    expect(JSON.stringify(hers)).not.toContain('Ben');
  });

  it('cannot be followed or stopped while it is being written', async () => {
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const running = await ben.reply(bens, 'And now?');
    await gate.emit('Only for Ben. ');
    await ben.follow(running.answerId).reads((text) => text.length > 0);
    const { answerId } = running;

    expect(await codeOf(anna, 'messages.follow', { answerId })).toBe('NOT_FOUND');
    expect(await codeOf(anna, 'messages.stop', { answerId })).toBe('NOT_FOUND');
    expect(await codeOf(anna, 'messages.continue', { answerId })).toBe('NOT_FOUND');
    await gate.emit('All of it.');
    await gate.finish();
    expect(await ben.ended(running)).toMatchObject({
      status: 'complete',
      content: 'Only for Ben. All of it.',
    });
  });
});

describe('without a session', () => {
  it.each(Object.keys(procedures))('%s is refused', async (path) => {
    const input = attempts.find(([tried]) => tried === path)?.[2]() ?? {};

    expect(await codeOf(chidi.server.visitor, path, input)).toBe('UNAUTHENTICATED');
  });
});

describe('a conversation', () => {
  it('stays with its business: no procedure takes another one for it', () => {
    // Reading every input schema would be brittle; what writes conversations is few enough to name.
    const writers = Object.keys(procedures).filter(
      (path) => path.startsWith('conversations.') && procedures[path]?._def.type === 'mutation',
    );

    expect(writers).toEqual([
      'conversations.start',
      'conversations.rename',
      'conversations.remove',
      'conversations.restore',
      'conversations.chooseLeaf',
    ]);
  });
});
