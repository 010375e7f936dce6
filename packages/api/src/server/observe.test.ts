import { EventEmitter } from 'node:events';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { openLog } from '../log.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { loggedPath, observe } from './observe.ts';

describe('a path in the log', () => {
  it.each([
    ['/api/auth/reset-password/planted-token', '/api/auth/reset-password/…'],
    ['/api/auth/verify/planted/token', '/api/auth/verify/…'],
    ['/api/auth/sign-in/email', '/api/auth/sign-in/email'],
    ['/api/auth/callback/google', '/api/auth/callback/google'],
    ['/chidi/trpc/conversations.list', '/chidi/trpc/conversations.list'],
  ])('%s is written as %s', (path, logged) => {
    expect(loggedPath(path)).toBe(logged);
  });

  it('has a bounded length', () => {
    expect(loggedPath(`/${'x'.repeat(5_000)}`)).toHaveLength(200);
  });
});

describe('an open stream', () => {
  async function openAfter(outgoing: EventEmitter & { destroyed: boolean }): Promise<number> {
    let open = 0;
    const metrics: Pick<Metrics, 'request' | 'stream'> = {
      request: () => {},
      stream(change) {
        open += change;
      },
    };
    const app = new Hono();
    app.use(
      observe({
        log: openLog({ level: 'silent' }),
        trustedProxies: 0,
        // The others count what is inside a request.
        metrics: metrics as Metrics,
        tracer: undefined,
        routeOf: () => '{page}',
      }),
    );
    app.get('/', (c) => c.body('', 200, { 'content-type': 'text/event-stream' }));
    await app.request('/', {}, { outgoing });
    return open;
  }

  it('is counted for as long as somebody reads it', async () => {
    const outgoing = Object.assign(new EventEmitter(), { destroyed: false });
    expect(await openAfter(outgoing)).toBe(1);
  });

  it('is not counted where the reader has left before it began', async () => {
    const outgoing = Object.assign(new EventEmitter(), { destroyed: true });
    expect(await openAfter(outgoing)).toBe(0);
  });
});
