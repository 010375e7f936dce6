import { createServer } from 'node:net';

const listenOn = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });

/** A port of 127.0.0.1 that nobody listens on: `preferred` when it is free, otherwise one the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  const port = (preferred && (await listenOn(preferred))) || (await listenOn(0));
  if (!port) throw new Error('No free port on 127.0.0.1.');
  return port;
}
