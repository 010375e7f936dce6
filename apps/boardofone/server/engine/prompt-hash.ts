import { createHash } from 'node:crypto';
import type { Prepared } from './step-work.ts';

/** What a prompt is known by afterwards, without its words being kept. */
export function promptHash({
  system,
  messages,
  model,
}: Pick<Prepared<unknown>, 'system' | 'messages' | 'model'>): string {
  return createHash('sha256').update(JSON.stringify({ system, messages, model })).digest('hex');
}
