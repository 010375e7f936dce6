import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where to listen; without a port, the first free one from 3000 on. */
export interface ListenOptions {
  host: string;
  port: number | undefined;
}

const firstPort = 3000;
const tries = 20;

/**
 * Starts listening and returns the port.
 *
 * @throws with what to do when a port that was asked for by number is taken
 */
export async function listen(server: Server, { host, port }: ListenOptions): Promise<number> {
  const wanted =
    port === undefined ? [...Array.from({ length: tries }, (_, index) => firstPort + index), 0] : [port];
  for (const candidate of wanted) {
    try {
      await bind(server, host, candidate);
      // Safe because a server that listens on a port has an address with one.
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (port === undefined) continue;
      const why = code === 'EADDRINUSE' ? 'is in use' : 'needs more rights than this user has';
      throw new Error(`Port ${port} on ${host} ${why}. Set PORT to a free port, or leave it out.`);
    }
  }
  throw new Error(`No free port was found on ${host}. Set PORT.`);
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
