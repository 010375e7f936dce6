import type { ModelPort, ModelQuota } from '@commons/ai';
import type { Tx } from '@commons/shared-db';
import type { QueueSettings, ServiceDatabase } from '@commons/shared-db/service';
import type { z } from 'zod';
import type { Log } from '../log.ts';
import type { WebPush } from '../push/web-push.ts';
import type { Realtime } from '../realtime/realtime.ts';
import type { RunInContext } from '../trpc/request-context.ts';
import type { PostMail } from './app-mail.ts';

/** What every job gets while it runs. */
interface RunningJob<Data> {
  /** The same for every attempt. */
  readonly id: string;
  readonly data: Data;
  /** Counts from 1. */
  readonly attempt: number;
  /** Aborts when the time is up, the process stops, or another process has taken the job over. */
  readonly signal: AbortSignal;
  readonly models: ModelPort;
  /** What one person may use of language models in a day; undefined for any amount. */
  readonly modelQuota: ModelQuota | undefined;
  readonly realtime: Realtime;
  readonly log: Log;
  /** The clock, which tests move. */
  readonly now: () => Date;
  /** Address of the site as people see it, for links in what the job sends. */
  readonly siteUrl: string;
  /** Messages to devices; sent outside of any transaction. */
  readonly push: WebPush;
  /** Whether mail reaches anybody. */
  readonly canMail: boolean;
  /** Posts a mail in the transaction of the step that it belongs to. */
  readonly postMail: PostMail;
}

/** A person's job: it sees and changes what that person may. */
export interface PersonJob<Data> extends RunningJob<Data> {
  readonly user: { readonly id: string };
  /** One short transaction as the person who enqueued the job. */
  readonly asUser: RunInContext;
  /**
   * Whether this step is done for the first time; it is noted in the same transaction as what the step does, so that a job that
   * runs again does not do it twice.
   *
   * @example
   * await job.asUser(async (tx) => {
   *   if (await job.once(tx, 'add note')) await tx.insert(notes).values({ … });
   * });
   */
  once(tx: Tx, step: string): Promise<boolean>;
}

/** A job of nobody's, such as a nightly one, with the service login's narrow rights. */
export interface ServiceJob<Data> extends RunningJob<Data> {
  readonly asService: ServiceDatabase['asService'];
}

/** How a job is tried and kept; every figure has a default. */
export interface JobOptions {
  /** How often it is tried again (5), the first time after so many seconds (5), then after twice as many, up to ten minutes. */
  retry?: { limit: number; delaySeconds: number };
  /** How long one attempt may take (300). */
  timeoutSeconds?: number;
  /** How many of them one process does at once (2). */
  concurrency?: number;
  /** How many of them it does at once for one person (one less than for all), so that nobody keeps the others waiting. */
  perPerson?: number;
  /** How long it may wait for its turn, retries included (two days). */
  waitsAtMostSeconds?: number;
  /** Whether it is kept with its payload when it failed for good (yes). */
  hasDeadLetters?: boolean;
}

interface Described<Schema extends z.ZodType> extends JobOptions {
  /** `<app>.<what it does>`. */
  name: string;
  schema: Schema;
}

/** A job that people enqueue. */
export interface PersonJobDefinition<Schema extends z.ZodType = z.ZodType> extends Described<Schema> {
  readonly kind: 'person';
  readonly queue: QueueSettings;
  /**
   * Ends what the job was to do once it has failed for good, also where nobody was left to notice: its last worker was killed, or was
   * silent for too long. It gets the same payload, as the same person, in the place of the dead letters; it needs no place in the
   * app's list of jobs.
   */
  givenUp?: PersonJobDefinition<Schema>;
  run(job: PersonJob<z.output<Schema>>): Promise<void>;
}

/** A job that only privileged paths or a schedule enqueue. */
export interface ServiceJobDefinition<Schema extends z.ZodType = z.ZodType> extends Described<Schema> {
  readonly kind: 'service';
  readonly queue: QueueSettings;
  /** When it recurs, with an empty payload: a cron expression, in an IANA time zone. */
  schedule?: { cron: string; timeZone: string };
  run(job: ServiceJob<z.output<Schema>>): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds jobs of every payload, and `run` takes its own.
type AnyPayload = any;

/** Either kind, as an app lists them. */
export type JobDefinition = PersonJobDefinition<AnyPayload> | ServiceJobDefinition<AnyPayload>;

/**
 * Declares a job that runs as whoever enqueued it. It may run more than once, after a crash for example, so every step is
 * repeatable or guarded by `once`; and it heeds its signal.
 *
 * @example
 * export const sendDigest = defineJob({ name: 'notes.digest', schema: Digest, run: async ({ data, asUser }) => … });
 */
export function defineJob<Schema extends z.ZodType>(
  job: Omit<PersonJobDefinition<Schema>, 'kind' | 'queue'>,
): PersonJobDefinition<Schema> {
  return { ...job, kind: 'person', queue: { ...queueOf('user', job), givenUpTo: job.givenUp?.queue.name } };
}

/** Declares a job that runs as nobody: one that recurs, or that a privileged path enqueues. */
export function defineServiceJob<Schema extends z.ZodType>(
  job: Omit<ServiceJobDefinition<Schema>, 'kind' | 'queue'>,
): ServiceJobDefinition<Schema> {
  return { ...job, kind: 'service', queue: { ...queueOf('service', job), schedule: job.schedule } };
}

const daySeconds = 24 * 60 * 60;

function queueOf(kind: 'user' | 'service', job: Described<z.ZodType>): QueueSettings {
  return {
    name: `${kind}.${job.name}`,
    retryLimit: job.retry?.limit ?? 5,
    retryDelaySeconds: job.retry?.delaySeconds ?? 5,
    timeoutSeconds: job.timeoutSeconds ?? 300,
    waitsAtMostSeconds: job.waitsAtMostSeconds ?? 2 * daySeconds,
    keptSeconds: daySeconds,
    hasDeadLetters: job.hasDeadLetters ?? true,
  };
}
