import type { Child } from './child.ts';
import type { RequestJob, RequestResult } from './load/request-load.ts';

/** A server and what it is asked. */
export interface ServerVariant {
  name: string;
  server: Child;
  job: RequestJob;
}

/** One of several things that are measured side by side: a server, or a program that answers how many it did per second. */
export type Variant = ServerVariant | { name: string; run: () => number };

/** One slice of one variant. */
export interface Slice extends Partial<RequestResult> {
  perSecond: number;
  /** Server CPU per answer. */
  cpuUs?: number;
}

/** All slices of all variants, round by round. */
export type Rounds = Record<string, Slice>[];

/** Runs every variant for a short time, round after round; the order turns, so that nobody always follows the same. */
export async function measureRounds(
  load: Child,
  variants: readonly Variant[],
  rounds: number,
): Promise<Rounds> {
  for (const variant of variants) await measureSlice(load, variant, 500);
  const measured: Rounds = [];
  for (let round = 0; round < rounds; round += 1) {
    const turned = [
      ...variants.slice(round % variants.length),
      ...variants.slice(0, round % variants.length),
    ];
    const slices: Record<string, Slice> = {};
    for (const variant of turned) slices[variant.name] = await measureSlice(load, variant);
    measured.push(slices);
  }
  return measured;
}

async function measureSlice(load: Child, variant: Variant, durationMs?: number): Promise<Slice> {
  if ('run' in variant) return { perSecond: variant.run() };
  const { server, job } = variant;
  const before = await server.usage();
  const result = await load.ask<RequestResult>(durationMs === undefined ? job : { ...job, durationMs });
  const after = await server.usage();
  if (result.refusals > 0)
    throw new Error(`${variant.name}: ${result.refusals} of ${result.answers} were refused.`);
  return { ...result, cpuUs: ((after.cpuMs - before.cpuMs) / result.answers) * 1_000 };
}
