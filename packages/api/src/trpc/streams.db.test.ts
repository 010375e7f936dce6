import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';
import { defineApp, router, sessionGuarded, signedInProcedure } from '../index.ts';

type Router = typeof sampleApp.router;

let server: TestServer<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Opens the counting stream and hands out what arrives, one by one. */
function openCount(person: TestPerson<Router>, lastEventId?: string) {
  const events = queue<number>();
  const received: number[] = [];
  const error = Promise.withResolvers<string>();
  const started = Promise.withResolvers<void>();
  const subscription = person.client.live.count.subscribe(
    { from: 0, ...(lastEventId !== undefined && { lastEventId: Number(lastEventId) }) },
    {
      onStarted: () => started.resolve(),
      onData: ({ data }) => {
        received.push(data.count);
        events.push(data.count);
      },
      onError: ({ data }) => error.resolve(data?.code ?? 'no code'),
    },
  );
  return {
    received,
    next: events.next,
    error: error.promise,
    started: started.promise,
    stop: subscription.unsubscribe,
  };
}

function queue<T>() {
  const values: T[] = [];
  const readers: ((value: T) => void)[] = [];
  return {
    push(value: T) {
      const reader = readers.shift();
      if (reader) reader(value);
      else values.push(value);
    },
    next(): Promise<T> {
      const value = values.shift();
      return value === undefined ? new Promise((resolve) => readers.push(resolve)) : Promise.resolve(value);
    },
  };
}

describe('a live stream', () => {
  it('delivers events and goes on after the last one that arrived', async () => {
    const anna = await server.signUp();
    const first = openCount(anna);
    expect(await first.next()).toBe(1);
    await anna.client.live.tick.mutate();
    expect(await first.next()).toBe(2);
    first.stop();

    const second = openCount(anna, '2');
    expect(await second.next()).toBe(3);
    second.stop();
  });

  it('is one of at most fifty that a person has open, and makes room when its client leaves', async () => {
    const [anna, ben] = [await server.signUp(), await server.signUp()];
    const streams = Array.from({ length: 50 }, () => openCount(anna));
    expect(await Promise.all(streams.map(({ next }) => next()))).toEqual(streams.map(() => 1));

    const outcome = async () => {
      const stream = openCount(anna);
      streams.push(stream);
      return Promise.race([stream.next(), stream.error]);
    };
    expect(await outcome()).toBe('RATE_LIMITED');
    const ofBen = openCount(ben);
    expect(await ofBen.next()).toBe(1);
    streams.shift()?.stop();
    await expect.poll(outcome, { timeout: 5_000 }).toBe(1);
    for (const { stop } of [...streams, ofBen]) stop();
  });

  it('is refused without a session', async () => {
    expect(await openCount(server.visitor).error).toBe('UNAUTHENTICATED');
  });

  it('delivers nothing more once the session has ended in another process', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    const stream = openCount(anna);
    expect(await stream.next()).toBe(1);
    const token = /=([^.]+)/.exec(anna.cookie)?.[1] ?? '';
    await server.db.admin`delete from identity.sessions where token = ${token}`;
    await expect
      .poll(async () => (await anna.request('/sample/trpc/people.me')).status, { interval: 50 })
      .toBe(401);
    await phone.client.live.tick.mutate();

    expect(await stream.error).toBe('UNAUTHENTICATED');
    expect(stream.received).toEqual([1]);
  });

  it.each(['sign-out', 'change-password'])('without any event ends at once with %s', async (ending) => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    const started = Promise.withResolvers<void>();
    const ended = new Promise<string | undefined>((resolve) => {
      anna.client.live.silence.subscribe(undefined, {
        onStarted: () => started.resolve(),
        onError: ({ data }) => resolve(data?.code),
      });
    });
    await started.promise;
    const person = ending === 'sign-out' ? anna : phone;
    const response = await person.request(`/api/auth/${ending}`, {
      currentPassword: anna.password,
      newPassword: 'a much newer password',
    });

    expect(response.status).toBe(200);
    expect(await ended).toBe('UNAUTHENTICATED');
  });

  it('of another device goes on when this one signs out', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    const stream = openCount(phone);
    expect(await stream.next()).toBe(1);
    await anna.request('/api/auth/sign-out', {});
    await phone.client.live.tick.mutate();

    expect(await stream.next()).toBe(2);
    stream.stop();
  });
});

describe('a client that leaves', () => {
  it('ends what its stream and its call were doing', async () => {
    const left = { stream: Promise.withResolvers<void>(), call: Promise.withResolvers<void>() };
    const entered = Promise.withResolvers<void>();
    const untilAborted = (signal: AbortSignal, { resolve }: PromiseWithResolvers<void>) =>
      new Promise<void>((leave) => {
        signal.addEventListener('abort', () => {
          resolve();
          leave();
        });
      });
    const waiting = defineApp({
      ...sampleApp,
      router: router({
        stream: signedInProcedure.subscription(({ ctx }) =>
          sessionGuarded(ctx, async function* (signal): AsyncGenerator<string> {
            yield 'here';
            await untilAborted(signal, left.stream);
          }),
        ),
        wait: signedInProcedure.query(async ({ ctx }) => {
          entered.resolve();
          await untilAborted(ctx.signal, left.call);
        }),
      }),
    });
    await using down = await startTestServer({ apps: [waiting] });
    const anna = await down.signUp();
    const subscription = await new Promise<{ unsubscribe(): void }>((resolve) => {
      const opened = anna.client.stream.subscribe(undefined, { onData: () => resolve(opened) });
    });
    subscription.unsubscribe();
    await left.stream.promise;

    const leave = new AbortController();
    const call = anna.client.wait.query(undefined, { signal: leave.signal }).catch(() => 'left');
    await entered.promise;
    leave.abort();
    await left.call.promise;
    expect(await call).toBe('left');
  });
});

describe('the server going down', () => {
  it('ends streams with word to come back, and the client goes on at its successor', async () => {
    await using first = await startTestServer({ apps: [sampleApp] });
    const anna = await first.signUp();
    const response = await anna.request('/sample/trpc/live.count?input=%7B%7D');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"count":1')) text += (await reader?.read())?.value ?? '';
    const stream = openCount(anna);
    expect(await stream.next()).toBe(1);
    const closing = first.close();
    const readRest = async () => {
      for (let read = await reader?.read(); read && !read.done; read = await reader?.read())
        text += read.value;
    };
    await expect(readRest()).resolves.toBeUndefined();
    await closing;

    expect(text).toMatch(/retry: 1000\n\n$/);
    expect(text).not.toContain('event: return');
    await using second = await startTestServer({
      apps: [sampleApp],
      db: first.db,
      env: { port: Number(new URL(first.url).port) },
    });
    expect(second.url).toBe(first.url);
    expect(await stream.next()).toBe(2);
    stream.stop();
  });
});
