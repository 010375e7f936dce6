import type { ModelEvent, ModelFinish } from '../src/port.ts';

/** What came out of a stream: its pieces, its finish if it had one, and the error that it ended with, if any. */
export interface Collected {
  pieces: string[];
  text: string;
  finish: ModelFinish | undefined;
  error: unknown;
}

/** Reads a stream to its end, good or bad. */
export async function collect(events: AsyncIterable<ModelEvent>): Promise<Collected> {
  const pieces: string[] = [];
  let finish: ModelFinish | undefined;
  let error: unknown;
  try {
    for await (const event of events) {
      if (event.type === 'text') pieces.push(event.text);
      else finish = event.finish;
    }
  } catch (caught) {
    error = caught;
  }
  return { pieces, text: pieces.join(''), finish, error };
}
