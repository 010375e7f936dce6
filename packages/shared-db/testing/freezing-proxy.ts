import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database whose connections can die without anybody being told. */
export interface FreezingProxy extends AsyncDisposable {
  url: string;
  /** From now on nothing more passes on the connections that are open; new ones work. */
  freeze(): void;
}

/** Opens a proxy in front of the server of `url`. */
export async function freezingProxy(url: string): Promise<FreezingProxy> {
  const { hostname, port } = new URL(url);
  const pairs: [Socket, Socket][] = [];
  const proxy = createServer((client) => {
    const server = connect({ host: hostname, port: Number(port) });
    pairs.push([client, server]);
    client.on('error', () => server.destroy()).on('close', () => server.destroy());
    server.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.pipe(server);
    server.pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return {
    url: through.href,
    freeze() {
      for (const [client, server] of pairs) server.unpipe(client).pause();
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => proxy.close(() => resolve()));
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      await closed;
    },
  };
}
