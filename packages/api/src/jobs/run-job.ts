import type { ModelQuota } from '@commons/ai';
import { jobSteps, type Tx, users } from '@commons/shared-db';
import type { HeldJob, JobOutcome, ServiceDatabase } from '@commons/shared-db/service';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { AppRuntime } from '../define-app.ts';
import { errorLog } from '../errors/error-log.ts';
import type { Tracer } from '../tracing/tracer.ts';
import { endFailed } from '../tracing/within-child.ts';
import type { AppMail } from './app-mail.ts';
import type { JobDefinition, PersonJobDefinition } from './define-job.ts';

/** What jobs run with. */
export interface JobRuntime extends AppRuntime {
  readonly service: ServiceDatabase;
  readonly mail: AppMail;
  readonly modelQuota: ModelQuota | undefined;
  /** Undefined where nothing is traced. */
  readonly tracer?: Tracer | undefined;
}

const Envelope = z.object({ userId: z.uuid().nullish(), payload: z.unknown() });

/** Does one job, as the person that it belongs to, and says how it ended. */
export async function runJob(runtime: JobRuntime, job: JobDefinition, held: HeldJob): Promise<JobOutcome> {
  // Its payload goes with the end of its work, which the queue had no time to note.
  if (held.data === null) return 'done';
  const log = runtime.log.child({ job: job.name, jobId: held.id, attempt: held.attempt });
  const envelope = Envelope.safeParse(held.data);
  const payload = job.schema.safeParse(envelope.data?.payload);
  if (!payload.success || (job.kind === 'person' && !envelope.data?.userId)) {
    // Where it is wrong, and not what it says.
    const problems = payload.error?.issues.map(({ path, code }: z.core.$ZodIssue) => ({
      path: path.join('.'),
      code,
    }));
    log.error({ problems }, 'a job carries what its schema does not allow; it is not tried again');
    return 'poisoned';
  }
  const { models, modelQuota, realtime, now, mail, push } = runtime;
  const { id, attempt, signal } = held;
  const running = {
    id,
    attempt,
    signal,
    models,
    modelQuota,
    realtime,
    now,
    log,
    data: payload.data,
    siteUrl: runtime.siteUrl(),
    push,
    canMail: mail.canMail,
  };
  const run = () =>
    job.kind === 'service'
      ? job.run({ ...running, asService: runtime.service.asService, postMail: mail.postAsService })
      : runAsPerson(runtime, job, running, envelope.data?.userId ?? '');
  const span = runtime.tracer?.root('job', `job ${job.name}`, {
    'commons.job': job.name,
    'commons.request_id': `job ${id}`,
    'commons.attempt': attempt,
  });
  try {
    await (span ? span.run(run) : run());
    span?.end({ failed: false });
    return 'done';
  } catch (error) {
    if (span) endFailed(span, error);
    log.warn({ error: errorLog(error) }, 'a job failed');
    // The queue keeps this text, so it says nothing of what the error may have quoted.
    throw new Error('The job failed; the log says how.');
  }
}

type Running = Omit<Parameters<PersonJobDefinition['run']>[0], 'user' | 'asUser' | 'postMail' | 'once'>;

async function runAsPerson(
  { database, mail }: Pick<JobRuntime, 'database' | 'mail'>,
  job: PersonJobDefinition,
  running: Running,
  userId: string,
): Promise<void> {
  const caller = { userId, app: job.name.split('.')[0], requestId: `job ${running.id}` };
  const asUser = <T>(run: (tx: Tx) => PromiseLike<T>) => database.asUser(caller, run);
  const found = await asUser((tx) => tx.select({ id: users.id }).from(users).where(eq(users.id, userId)));
  if (found.length === 0) {
    running.log.info('the person of this job is gone, and the job with them');
    return;
  }
  await job.run({
    ...running,
    user: { id: userId },
    asUser,
    postMail: mail.postAs(userId),
    async once(tx, step) {
      const done = await tx
        .insert(jobSteps)
        .values({ userId, jobId: running.id, step })
        .onConflictDoNothing()
        .returning({ step: jobSteps.step });
      return done.length > 0;
    },
  });
}
