import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import type { PersonJobDefinition, ServiceJobDefinition } from './define-job.ts';

/** When and how often a job is to be done. */
export interface EnqueueOptions {
  /** Two jobs with the same key are one, for as long as the first is remembered: a day after its end. */
  key?: string;
  delaySeconds?: number;
}

/**
 * Adds a job to the writer's own transaction: both are committed, or neither. It will run as the person of that transaction.
 *
 * @returns the job's id
 * @throws FORBIDDEN outside `asUser`; RATE_LIMITED when a hundred jobs of the person are waiting; TOO_LARGE beyond 16 kB
 */
export async function enqueue<Schema extends z.ZodType>(
  tx: Tx,
  job: PersonJobDefinition<Schema>,
  data: z.input<Schema>,
  { key, delaySeconds = 0 }: EnqueueOptions = {},
): Promise<string> {
  const payload = payloadOf(job, data);
  const [row] = await tx.execute<{ id: string }>(
    sql`select app.enqueue(${job.queue.name}, ${payload}::jsonb, ${key ?? null}, ${delaySeconds}::int) as id`,
  );
  return idOf(row);
}

/** Adds a job from a privileged path: one of nobody's, or a person's job on that person's behalf. */
export async function enqueueAsService<Schema extends z.ZodType>(
  tx: Tx,
  job: ServiceJobDefinition<Schema> | { job: PersonJobDefinition<Schema>; userId: string },
  data: z.input<Schema>,
  { key, delaySeconds = 0 }: EnqueueOptions = {},
): Promise<string> {
  const [definition, userId] = 'job' in job ? [job.job, job.userId] : [job, null];
  const payload = payloadOf(definition, data);
  const [row] = await tx.execute<{ id: string }>(sql`
    select app.enqueue_as_service(
      ${definition.queue.name}, ${payload}::jsonb, ${userId}::uuid, ${key ?? null}, ${delaySeconds}::int
    ) as id`);
  return idOf(row);
}

// Checked here, where whoever wrote it learns of it; the worker checks again.
function payloadOf<Schema extends z.ZodType>({ schema }: { schema: Schema }, data: z.input<Schema>): string {
  schema.parse(data);
  return JSON.stringify(data);
}

function idOf(row: { id: string } | undefined): string {
  if (!row) throw new AppError('INTERNAL');
  return row.id;
}
