import { AppError } from '../errors/app-error.ts';

/** Counts the streams that are open in this process. */
export interface OpenStreams {
  /**
   * Counts one more stream of somebody until the answer is called.
   *
   * @throws {AppError} RATE_LIMITED beyond the limit
   */
  open(who: string): () => void;
}

// Many tabs on many devices; a stream costs memory for as long as it is open, however seldom it is asked for.
const streamsMax = 50;
const retryAfterMs = 10_000;

/** A count per person, and per client where nobody is signed in. */
export function openStreams(max = streamsMax): OpenStreams {
  const counts = new Map<string, number>();
  return {
    open(who) {
      const count = counts.get(who) ?? 0;
      if (count >= max) throw new AppError('RATE_LIMITED', { retryAfterMs });
      counts.set(who, count + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (counts.get(who) ?? 0) - 1;
        if (left > 0) counts.set(who, left);
        else counts.delete(who);
      };
    },
  };
}
