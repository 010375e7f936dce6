import { type AddressInfo, createServer, createConnection as dial, type Socket } from 'node:net';

/** Stands between a client and PostgreSQL, counts how often they wait for each other, and can cut the line. */
export interface CuttingProxy extends AsyncDisposable {
  /** The same address by way of the proxy. */
  through(url: string): string;
  /** How many times the client has sent something since `reset` after the server had answered, its first time included. */
  readonly roundTrips: number;
  /** Bytes that have passed since `reset`, to the server and back. */
  readonly passed: { sent: number; answered: number };
  /** Counts anew, and cuts each line as soon as so many bytes have passed in one direction; without a limit never. */
  reset(limits?: { sent?: number; answered?: number }): void;
}

/** Opens a proxy on a free port. */
export async function openCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let passed = { sent: 0, answered: 0 };
  let limits: { sent?: number; answered?: number } = {};
  let roundTrips = 0;
  let clientsTurn = true;

  const proxy = createServer((client) => {
    const server = dial({ host: hostname, port: Number(port) });
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    const relay = (from: Socket, to: Socket, direction: 'sent' | 'answered') => {
      sockets.add(from);
      from.on('error', cut);
      from.on('close', () => {
        sockets.delete(from);
        cut();
      });
      from.on('data', (bytes: Buffer) => {
        if (direction === 'sent' && clientsTurn) roundTrips += 1;
        clientsTurn = direction === 'answered';
        const rest = (limits[direction] ?? Number.POSITIVE_INFINITY) - passed[direction];
        passed[direction] += bytes.length;
        if (bytes.length < rest) return void to.write(bytes);
        // What is within the limit still arrives.
        to.end(bytes.subarray(0, Math.max(rest, 0)), cut);
      });
    };
    relay(client, server, 'sent');
    relay(server, client, 'answered');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  return {
    through(url) {
      const address = new URL(url);
      address.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      return address.href;
    },
    get roundTrips() {
      return roundTrips;
    },
    get passed() {
      return passed;
    },
    reset(next = {}) {
      limits = next;
      passed = { sent: 0, answered: 0 };
      roundTrips = 0;
      clientsTurn = true;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
