import type { TRPCError } from '@trpc/server';
import { toAppError } from '../errors/to-app-error.ts';

const nothing = {};

/** The header that says when to come back, where every call of an answer was refused for a while. */
export function retryAfter({ data, errors }: { data: readonly unknown[]; errors: readonly TRPCError[] }): {
  headers?: { 'retry-after': string };
} {
  if (errors.length === 0 || errors.length < data.length) return nothing;
  const waits = errors.map((error) => toAppError(error).retryAfterMs);
  if (waits.includes(undefined)) return nothing;
  const longestMs = Math.max(...waits.map((waitMs) => waitMs ?? 0));
  return { headers: { 'retry-after': String(Math.ceil(longestMs / 1_000)) } };
}
