import type { OwnVoice } from '../prompts/own-voice.ts';
import { rehearsalNotice } from './notice.ts';
import { clipped } from './sentences.ts';

/** What a voice answers where there is no model: the words that its owner gave it. */
export function rehearseTrial({ job, lossFunction, blindSpots }: OwnVoice, question: string): string {
  const [blindSpot] = blindSpots;
  return [
    `${rehearsalNotice} I come to “${clipped(question, 120)}” as somebody who ${job.charAt(0).toLowerCase()}${clipped(job.slice(1), 120)}.`,
    `What I would prevent first: “${clipped(lossFunction)}”.`,
    blindSpot && `Mind my blind spot: “${clipped(blindSpot)}”.`,
  ]
    .filter(Boolean)
    .join(' ');
}
