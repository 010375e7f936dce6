import type { TestDatabase } from '@commons/shared-db/testing';
import { expect } from 'vitest';

/** Holds a person's row until each of the requests waits for a lock, and then lets them run into each other. */
export async function allAtOnce<T>(
  { admin }: TestDatabase,
  userId: string,
  requests: (() => Promise<T>)[],
): Promise<T[]> {
  const waiting = async () => {
    const rows = await admin`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return rows.length;
  };
  const { answers } = await admin.begin(async (holder) => {
    await holder`select 1 from users where id = ${userId} for update`;
    const answers = requests.map((request) => request());
    await expect.poll(waiting, { timeout: 10_000 }).toBe(requests.length);
    return { answers };
  });
  return Promise.all(answers);
}
