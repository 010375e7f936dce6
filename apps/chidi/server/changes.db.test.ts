import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../testing/chidi-person.ts';
import { eventually } from '../testing/eventually.ts';
import { type RunningChidi, startChidi } from '../testing/start-chidi.ts';
import type { Change } from './changes.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
let ben: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi();
  [anna, ben] = [await chidi.signUp(), await chidi.signUp()];
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

/** Listens as another tab of the person does. */
async function listen(person: ChidiPerson) {
  const heard: Change[] = [];
  const ended = Promise.withResolvers<string | undefined>();
  const { promise: started, resolve: onStarted } = Promise.withResolvers<void>();
  const subscription = person.client.changes.follow.subscribe(undefined, {
    onStarted: () => onStarted(),
    onData: (change) => void heard.push(change),
    onError: ({ data }) => ended.resolve(data?.code),
  });
  await started;
  return { heard, ended: ended.promise, stop: () => subscription.unsubscribe() };
}

const last = (items: Change[]) => items.at(-1);

describe('following changes', () => {
  it('tells of everything that happens to one’s own, and of nothing else', async () => {
    const [anna2, ben2] = [await listen(anna), await listen(ben)];
    const { id: contextId, name, version, fields } = await anna.addBusiness();
    await eventually(() => expect(anna2.heard).toEqual([{ contextId }]));
    await anna.client.contexts.update.mutate({
      id: contextId,
      name,
      version,
      fields: { ...fields, tone: 'Warm' },
    });
    await eventually(() => expect(anna2.heard).toHaveLength(2));
    const exchange = await anna.ask('What sells best?', contextId);
    const { conversationId } = exchange;
    await anna.ended(exchange);
    // The question, the answer’s end, and the title.
    await eventually(() => expect(anna2.heard.slice(2)).toEqual(Array(3).fill({ conversationId })));
    await anna.client.conversations.rename.mutate({ id: conversationId, title: 'Mine' });
    await eventually(() => expect(anna2.heard).toHaveLength(6));

    const { id: bensOwn } = await ben.addBusiness();
    await eventually(() => expect(last(ben2.heard)).toEqual({ contextId: bensOwn }));
    expect(ben2.heard).toEqual([{ contextId: bensOwn }]);
    expect(anna2.heard).toHaveLength(6);
    anna2.stop();
    ben2.stop();
  });

  it('carries ids and nothing of what was written', async () => {
    const tab = await listen(anna);
    const exchange = await anna.ask('A secret recipe');
    await anna.ended(exchange);
    await eventually(() => expect(last(tab.heard)).toEqual({ conversationId: exchange.conversationId }));

    expect(JSON.stringify(tab.heard)).not.toMatch(/secret|Hello|Bakery/);
    tab.stop();
  });

  it('ends when the session does', async () => {
    const carla = await chidi.signUp();
    const tab = await listen(carla);
    await carla.request('/api/auth/sign-out', {});

    expect(await tab.ended).toBe('UNAUTHENTICATED');
  });
});
