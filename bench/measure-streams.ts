import { Child } from './child.ts';
import type { Person } from './data.ts';
import type { StreamJob, StreamResult } from './load/stream-load.ts';
import { gets } from './requests.ts';

/** What open streams cost one server. */
export interface StreamFigures {
  /** Memory of the server when nobody has asked it anything yet. */
  freshMb: number;
  idleStreams: number;
  kbPerIdleStream: number;
  speaking: number;
  frames: number;
  p50DelayMs: number;
  p99DelayMs: number;
  /** Share of one core. */
  cpuShare: number;
}

const speaking = 500;

/** Opens silent streams to see what each costs, then adds 500 that say twenty tokens a second. */
export async function measureStreams(
  server: Child,
  options: { port: number; people: readonly Person[]; secret: string; idle: number; durationMs: number },
): Promise<StreamFigures> {
  const { port, people, secret, idle, durationMs } = options;
  const requests = (count: number, path: string) => {
    const each = gets(people, secret, path, 'accept: text/event-stream\r\n');
    return Array.from({ length: count }, (_, index) => each[index % each.length] ?? '');
  };
  const { rssMb: freshMb } = await server.usage();
  const client = await Child.start('load/stream-load.ts');
  const open = (count: number, path: string, ms: number) =>
    client.ask<StreamResult>({ port, requests: requests(count, path), durationMs: ms } satisfies StreamJob);
  try {
    await open(50, '/bench/trpc/live.silence', 0);
    const before = await server.usage();
    await open(idle, '/bench/trpc/live.silence', 2_000);
    const after = await server.usage();

    const cpuBefore = await server.usage();
    const startedAt = performance.now();
    const result = await open(speaking, '/bench/trpc/live.tokens', durationMs);
    const cpuAfter = await server.usage();
    return {
      freshMb,
      idleStreams: idle,
      kbPerIdleStream: ((after.rssMb - before.rssMb) / idle) * 1_000,
      speaking,
      frames: result.frames,
      p50DelayMs: result.p50DelayMs,
      p99DelayMs: result.p99DelayMs,
      cpuShare: (cpuAfter.cpuMs - cpuBefore.cpuMs) / (performance.now() - startedAt),
    };
  } finally {
    await client.stop();
  }
}
