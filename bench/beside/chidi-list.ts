import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../load/percentile.ts';
import type { Visitor } from './visitor.ts';

const pauseMs = 20;

/** Asks for Chidi's list again and again until it is to stop; answers how long each took. */
export async function timeList(reader: Visitor, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    await reader.query('/chidi/trpc/contexts.list');
    times.push(performance.now() - began);
    await wait(pauseMs);
  }
  return times;
}

/** Whether so long has passed since the call. */
export function forMs(durationMs: number): () => boolean {
  const end = performance.now() + durationMs;
  return () => performance.now() > end;
}

export const timesHeader = ['', 'times', 'p50', 'p95', 'p99', 'longest'];

/** A row under `timesHeader`. */
export function timesRow(name: string, times: readonly number[]): string[] {
  const shares = [0.5, 0.95, 0.99, 1].map((share) => `${percentile(times, share).toFixed(1)} ms`);
  return [name, String(times.length), ...shares];
}
