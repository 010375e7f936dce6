import { pauseWords } from '../../deliberation/pause-words.ts';
import type { Notice } from '../client.ts';

/** What happened, in a line. */
export function noticeWords({ kind, reason }: Pick<Notice, 'kind' | 'reason'>): string {
  if (kind === 'review_due') return 'The day has come to look at what came of it.';
  if (kind === 'failed') return 'It could not be finished, through a fault of ours.';
  return kind === 'completed' ? 'The memo is written.' : reason ? pauseWords[reason] : 'It has stopped.';
}

/** Where what happened is seen. */
export function noticePath({ kind, sessionId }: Pick<Notice, 'kind' | 'sessionId'>): string {
  if (kind === 'review_due') return '/outcomes';
  return kind === 'completed' ? `/sessions/${sessionId}/memo` : `/sessions/${sessionId}`;
}
