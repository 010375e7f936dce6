import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChidiPerson, noFields } from '../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../testing/start-chidi.ts';
import type { Exchange } from './messages/schemas.ts';

interface Ids extends Exchange {
  userContextId: string;
}

const newId = () => crypto.randomUUID();
const nobodys = (): Ids => ({
  userContextId: newId(),
  conversationId: newId(),
  questionId: newId(),
  answerId: newId(),
});

let chidi: RunningChidi;
let anna: ChidiPerson;
let bens: Ids;

beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
  const ben = await chidi.signUp();
  const userContextId = (await ben.addBusiness()).id;
  const exchange = await ben.ask('Ben’s question', userContextId);
  await ben.ended(exchange);
  bens = { ...exchange, userContextId };
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const queries: [path: string, input: (ids: Ids) => object][] = [
  ['contexts.byId', ({ userContextId }) => ({ id: userContextId })],
  ['conversations.byId', ({ conversationId }) => ({ id: conversationId })],
];

const mutations: [path: string, input: (ids: Ids) => object][] = [
  [
    'contexts.update',
    ({ userContextId }) => ({ id: userContextId, name: 'X', fields: noFields, version: 1 }),
  ],
  ['contexts.remove', ({ userContextId }) => ({ id: userContextId })],
  ['conversations.rename', ({ conversationId }) => ({ id: conversationId, title: 'X' })],
  ['conversations.chooseLeaf', ({ conversationId, answerId }) => ({ id: conversationId, leafId: answerId })],
  [
    'conversations.start',
    ({ userContextId }) => ({ id: newId(), userContextId, questionId: newId(), content: 'X' }),
  ],
  [
    'messages.send',
    ({ conversationId, answerId }) => ({ id: newId(), conversationId, parentId: answerId, content: 'X' }),
  ],
  ['messages.regenerate', ({ questionId }) => ({ id: newId(), questionId })],
  ['messages.continue', ({ answerId }) => ({ answerId })],
  ['messages.stop', ({ answerId }) => ({ answerId })],
];

/** Everything of an answer that could tell one from another, but for what is new in every answer. */
async function appearance(response: Response) {
  const requestId = response.headers.get('x-request-id') ?? '';
  const headers = [...response.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
  return { status: response.status, headers, body: (await response.text()).replaceAll(requestId, 'id') };
}

describe('what is somebody else’s and what does not exist', () => {
  it.each(queries)('look alike to %s', async (path, input) => {
    const ask = (ids: Ids) =>
      anna.request(`/chidi/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input(ids)))}`);
    const foreign = await appearance(await ask(bens));

    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await appearance(await ask(nobodys())));
  });

  it.each(mutations)('look alike to %s', async (path, input) => {
    const ask = (ids: Ids) => anna.request(`/chidi/trpc/${path}`, input(ids));
    const foreign = await appearance(await ask(bens));

    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await appearance(await ask(nobodys())));
  });
});
