import { connect, type Socket } from 'node:net';
import { percentile } from './percentile.ts';

/** Which streams to open, and how long to listen. */
export interface StreamJob {
  port: number;
  /** Whole requests, one per stream. */
  requests: string[];
  durationMs: number;
}

/** What arrived. */
export interface StreamResult {
  open: number;
  frames: number;
  p50DelayMs: number;
  p99DelayMs: number;
}

const sockets: Socket[] = [];
const atOnce = 50;

async function run({ port, requests, durationMs }: StreamJob): Promise<StreamResult> {
  const delays: number[] = [];
  let measuring = false;
  const open = (request: string) => {
    const opened = Promise.withResolvers<void>();
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    sockets.push(socket);
    socket.on('data', (bytes: Buffer) => {
      opened.resolve();
      if (!measuring) return;
      const now = Date.now();
      for (const [, at] of bytes.toString('latin1').matchAll(/"at":(\d+)/g)) delays.push(now - Number(at));
    });
    socket.on('error', opened.reject);
    return opened.promise;
  };
  for (let next = 0; next < requests.length; next += atOnce) {
    await Promise.all(requests.slice(next, next + atOnce).map(open));
  }
  measuring = true;
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  return {
    open: sockets.filter(({ destroyed }) => !destroyed).length,
    frames: delays.length,
    p50DelayMs: percentile(delays, 0.5),
    p99DelayMs: percentile(delays, 0.99),
  };
}

process.on('message', (job: StreamJob) => void run(job).then((result) => process.send?.(result)));
process.on('disconnect', () => process.exit());
process.send?.('ready');
