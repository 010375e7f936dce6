import type { SeedContext } from '@commons/shared-db';
import { declareQueues } from '@commons/shared-db/service';
import { goOnJob } from '../server/engine/await-answers.ts';
import { stepGivenUpJob, stepJob } from '../server/engine/step-job.ts';
import { noticeMailJob } from '../server/notices/notice-mail-job.ts';
import { addDecisions } from './demo/add-decisions.ts';

export async function seed({ database, service, demoUsers }: SeedContext): Promise<void> {
  const amara = demoUsers.get('amara@demo.example');
  if (!amara) return;
  // The engine enqueues what follows, and no worker has run yet that would have made the queues.
  const jobs = [stepGivenUpJob, stepJob, goOnJob, noticeMailJob];
  await declareQueues(
    service,
    jobs.map(({ queue }) => queue),
  );
  await addDecisions(database, amara);
}
