import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database that can be cut off and restored. */
export interface DatabaseProxy extends AsyncDisposable {
  /** The same address, leading through the proxy. */
  through(url: string): string;
  /** Runs `during` while nothing gets through: connections break and new ones are refused. */
  outage(during: () => Promise<void>): Promise<void>;
}

/** Opens a proxy in front of the server of `url`. */
export async function databaseProxy(url: string): Promise<DatabaseProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect({ host: hostname, port: Number(port) });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
      from.pipe(to);
    }
  });
  const open = (at: number) => new Promise<void>((resolve) => proxy.listen(at, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      proxy.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await open(0);
  const { port: own } = proxy.address() as AddressInfo;

  return {
    through(target) {
      const address = new URL(target);
      address.host = `127.0.0.1:${own}`;
      return address.href;
    },
    async outage(during) {
      await close();
      try {
        await during();
      } finally {
        await open(own);
      }
    },
    [Symbol.asyncDispose]: close,
  };
}
