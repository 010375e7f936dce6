import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One address for several processes, as a load balancer gives them: each connection goes to the first that accepts it. */
export interface Balancer extends AsyncDisposable {
  url: string;
}

export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const ports = urls.map((url) => Number(new URL(url).port));
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client.on('error', () => client.destroy()));
    forward(client, ports, sockets);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function forward(client: Socket, [port, ...others]: number[], sockets: Set<Socket>): void {
  if (port === undefined) return void client.destroy();
  const upstream = connect(port, '127.0.0.1');
  let connected = false;
  sockets.add(upstream);
  upstream.on('connect', () => {
    connected = true;
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => (connected ? client.destroy() : forward(client, others, sockets)));
  client.on('close', () => upstream.destroy());
}
