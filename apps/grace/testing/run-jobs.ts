import { enqueueAsService, type PersonJobDefinition, type ServiceJobDefinition } from '@commons/api';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { GraceServer } from './family.ts';

const unfinished = (server: GraceServer) => server.db.admin`
  select name, state from pgboss.job where name like '%.grace.%' and state < 'completed'`;

/** Resolves when no job of GRACE is waiting or running. */
const jobsDone = (server: GraceServer) =>
  expect.poll(() => unfinished(server), { timeout: 30_000 }).toEqual([]);

/** Runs a job of nobody's, as its schedule would, and everything that comes of it. */
export async function runServiceJob(server: GraceServer, job: ServiceJobDefinition): Promise<void> {
  await server.db.service.asService('run a job', (tx) => enqueueAsService(tx, job, {}));
  await jobsDone(server);
}

/** Runs a job as somebody, and everything that comes of it. */
export async function runJobAs<Schema extends z.ZodType>(
  server: GraceServer,
  userId: string,
  job: PersonJobDefinition<Schema>,
  data: z.input<Schema>,
): Promise<void> {
  await server.db.service.asService('run a job', (tx) => enqueueAsService(tx, { job, userId }, data));
  await jobsDone(server);
}
