import { databaseFailure } from '../errors/database-error.ts';

const deadlock = '40P01';
const triesMax = 10;

/**
 * Tries a transaction anew when it was chosen to end a deadlock. Erasing a person takes their row first and what is theirs after it, while
 * a job that works for them holds a row of theirs and comes to the person last, with whatever it writes; no order suits both.
 */
export async function untilNoDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= triesMax || databaseFailure(error)?.code !== deadlock) throw error;
    }
  }
}
