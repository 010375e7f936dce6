import { once } from 'node:events';
import { createServer } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { openLog } from '../log.ts';
import { stopServer } from './stop-server.ts';

it('a server that stops closes what its apps use once they have stopped, and no sooner', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const app = Promise.withResolvers<void>();
  const finish = vi.fn(async () => {});
  const stopping = stopServer({
    server,
    leaving: new AbortController(),
    delayMs: 0,
    shutdown: new AbortController(),
    stops: [() => app.promise],
    timeoutMs: 60_000,
    finish,
    log: openLog({ level: 'silent' }),
  });
  await once(server, 'close');
  await turn();
  expect(finish).not.toHaveBeenCalled();
  app.resolve();
  await stopping;

  expect(finish).toHaveBeenCalledOnce();
});
