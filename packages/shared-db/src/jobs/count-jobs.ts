import { sql } from 'drizzle-orm';
import type { ServiceDatabase } from '../service/open-service-database.ts';
import { deadLetters } from './declare-queues.ts';

/** How many jobs of a queue wait, run, and have failed for good; `dead` are those whose payload is kept among the dead letters. */
export type JobCounts = {
  queue: string;
  queued: number;
  running: number;
  failed: number;
  dead: number;
};

/** Counts the jobs of every queue that has ever been declared, in one query. */
export async function countJobs(service: ServiceDatabase): Promise<readonly JobCounts[]> {
  return service.asService('count jobs', (tx) =>
    tx.execute<JobCounts>(sql`
      select queue.name as queue,
        count(*) filter (where job.name = queue.name and job.state < 'active')::int as queued,
        count(*) filter (where job.name = queue.name and job.state = 'active')::int as running,
        count(*) filter (where job.name = queue.name and job.state = 'failed')::int as failed,
        count(*) filter (where job.name = ${deadLetters})::int as dead
      from pgboss.queue left join pgboss.job
        on case job.name when ${deadLetters} then job.source_name else job.name end = queue.name
        and (job.state < 'completed' or job.state = 'failed')
      where queue.name <> ${deadLetters}
      group by queue.name`),
  );
}
