import { ModelError } from '../model-error.ts';
import type { ModelFinish } from '../port.ts';

/** Fails for an answer that came in full and is none: a refusal, or nothing at all. */
export function assertUsable(text: string, finish: ModelFinish): void {
  if (finish.reason === 'content-filter') throw new ModelError('MODEL_REFUSED', { partialUsage: finish });
  if (finish.reason === 'stop' && text.trim() === '') {
    throw new ModelError('MODEL_MALFORMED', { partialUsage: finish });
  }
}
