import { createHash } from 'node:crypto';

/** The seed of a session's shuffles, from its id: it fits into PostgreSQL's integer. */
export function seedOf(id: string): number {
  return createHash('sha256').update(id).digest().readInt32BE(0);
}
