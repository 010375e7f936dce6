import { connect } from 'node:net';
import { answerReader } from './answer-reader.ts';
import { percentile } from './percentile.ts';

/** What to ask a server, and for how long. */
export interface RequestJob {
  port: number;
  /** Whole requests, taken in turn. */
  requests: string[];
  connections: number;
  durationMs: number;
}

/** How a server answered. */
export interface RequestResult {
  perSecond: number;
  answers: number;
  /** Answers with another status than 200. */
  refusals: number;
  p50Ms: number;
  p99Ms: number;
  /** How much of one core the load itself took. */
  loadShare: number;
}

/** Asks over keep-alive connections, each of which waits for its answer before it asks again. */
async function run({ port, requests, connections, durationMs }: RequestJob): Promise<RequestResult> {
  const buffers = requests.map((request) => Buffer.from(request));
  const latencies: number[] = [];
  let [next, refusals] = [0, 0];
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const connection = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let askedAt = 0;
      const ask = () => {
        askedAt = performance.now();
        next += 1;
        socket.write(buffers[next % buffers.length] ?? '');
      };
      socket.setNoDelay(true);
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('close', () => resolve());
      socket.on(
        'data',
        answerReader((status) => {
          if (status !== 200) refusals += 1;
          const now = performance.now();
          latencies.push(now - askedAt);
          if (now - startedAt < durationMs) ask();
          else socket.end();
        }),
      );
    });
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsedMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    perSecond: (latencies.length / elapsedMs) * 1_000,
    answers: latencies.length,
    refusals,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    loadShare: (user + system) / 1_000 / elapsedMs,
  };
}

process.on('message', (job: RequestJob) => void run(job).then((result) => process.send?.(result)));
process.on('disconnect', () => process.exit());
process.send?.('ready');
