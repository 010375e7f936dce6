import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { PoolUsage } from '@commons/shared-db';
import type { JobCounts } from '@commons/shared-db/service';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Reads something that goes up and down when somebody asks for it. */
export type Measure = () => number | Promise<number>;

/** What the figures are read from. Names are few and fixed: none is made of what a request brings along. */
export interface MetricsOptions {
  pools: Readonly<Record<string, () => PoolUsage>>;
  /** Figures of the apps, by app and name. */
  measures: Readonly<Record<string, Readonly<Record<string, Measure>>>>;
  /** How the site's jobs are doing; all processes see the same. */
  jobs: () => Promise<readonly JobCounts[]>;
  /** Transactions that were lost on their connection; must be 0. */
  lostTransactions: () => number;
}

/** The figures of one server. */
export interface Metrics {
  request(facts: { method: string; route: string; status: number; durationMs: number }): void;
  /** Counts one more (1) or one fewer (-1) open event stream. */
  stream(change: 1 | -1): void;
  call(facts: { app: string; procedure: string; outcome: string; durationMs: number }): void;
  model(facts: {
    provider: string;
    model: string;
    outcome: string;
    tokens: { input: number; output: number };
    costUsd: number;
  }): void;
  /** All of them, in the text format of Prometheus. */
  read(): Promise<string>;
  readonly contentType: string;
}

// One for the process: it is the process that lags.
let delay: ReturnType<typeof monitorEventLoopDelay> | undefined;

/** Opens the figures of a server. */
export function createMetrics({ pools, measures, jobs, lostTransactions }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

  const requests = new Histogram({
    name: 'commons_http_request_seconds',
    help: 'Time until the head of an answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  });
  const calls = new Histogram({
    name: 'commons_procedure_seconds',
    help: 'Time of calls, by procedure and outcome',
    labelNames: ['app', 'procedure', 'outcome'],
    buckets: seconds,
    registers,
  });
  const streams = new Gauge({ name: 'commons_open_streams', help: 'Event streams that are open', registers });
  const modelCalls = new Counter({
    name: 'commons_model_calls_total',
    help: 'Calls of a language model',
    labelNames: ['provider', 'model', 'outcome'],
    registers,
  });
  const modelTokens = new Counter({
    name: 'commons_model_tokens_total',
    help: 'Tokens that language models read and wrote',
    labelNames: ['provider', 'model', 'direction'],
    registers,
  });
  const modelCost = new Counter({
    name: 'commons_model_cost_usd_total',
    help: 'What calls of language models cost, where a price is known',
    labelNames: ['provider', 'model'],
    registers,
  });

  function gauge(
    name: string,
    help: string,
    labelNames: string[],
    collect: (set: SetValue) => void | Promise<void>,
  ) {
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        const read: { labels: Record<string, string>; value: number }[] = [];
        await collect((labels, value) => void read.push({ labels, value }));
        // What cannot be read any more must not go on saying what it said last.
        this.reset();
        for (const { labels, value } of read) this.set(labels, value);
      },
    });
  }
  const ofPools = (pick: (usage: PoolUsage) => number) => (set: SetValue) => {
    for (const [pool, usage] of Object.entries(pools)) set({ pool }, pick(usage()));
  };
  gauge(
    'commons_pool_size',
    'Most connections of a pool',
    ['pool'],
    ofPools(({ max }) => max),
  );
  gauge(
    'commons_pool_in_use',
    'Connections that somebody uses',
    ['pool'],
    ofPools(({ inUse }) => inUse),
  );
  gauge(
    'commons_pool_waiting',
    'Callers that wait for a connection',
    ['pool'],
    ofPools(({ waiting }) => waiting),
  );
  gauge('commons_lost_transactions', 'Transactions lost on their connection; must be 0', [], (set) =>
    set({}, lostTransactions()),
  );
  gauge('commons_app', 'Figures of the apps', ['app', 'name'], async (set) => {
    for (const [app, figures] of Object.entries(measures)) {
      for (const [name, measure] of Object.entries(figures)) {
        // What cannot be read now is left out; the others are worth reading.
        const value = await Promise.resolve()
          .then(measure)
          .catch(() => undefined);
        if (value !== undefined) set({ app, name }, value);
      }
    }
  });
  let jobCounts: readonly JobCounts[] | undefined;
  gauge('commons_jobs_readable', 'Whether the figures of jobs could be read (1) or not (0)', [], (set) =>
    set({}, jobCounts ? 1 : 0),
  );
  gauge('commons_jobs', 'Jobs of the whole site, by name and state', ['job', 'state'], (set) => {
    // Queues are named user.<job> and service.<job>, by the code alone.
    for (const { queue, ...counts } of jobCounts ?? []) {
      const job = queue.slice(queue.indexOf('.') + 1);
      for (const [state, count] of Object.entries(counts)) set({ job, state }, count);
    }
  });
  gauge('process_memory_bytes', 'Memory of the process', ['kind'], (set) => {
    const { rss, heapUsed, external } = process.memoryUsage();
    set({ kind: 'resident' }, rss);
    set({ kind: 'heap' }, heapUsed);
    set({ kind: 'external' }, external);
  });
  gauge(
    'nodejs_eventloop_lag_seconds',
    'Delay of the event loop since the last reading',
    ['quantile'],
    (set) => {
      if (!delay) {
        delay = monitorEventLoopDelay({ resolution: 20 });
        delay.enable();
      }
      for (const quantile of [50, 99]) {
        const nanoseconds = delay.percentile(quantile);
        set({ quantile: String(quantile / 100) }, Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
      }
      delay.reset();
    },
  );

  return {
    contentType: registry.contentType,
    async read() {
      jobCounts = await jobs().catch(() => undefined);
      return registry.metrics();
    },
    request: ({ method, route, status, durationMs }) =>
      requests.observe({ method, route, status: String(status) }, durationMs / 1_000),
    stream: (change) => streams.inc(change),
    call: ({ app, procedure, outcome, durationMs }) =>
      calls.observe({ app, procedure, outcome }, durationMs / 1_000),
    model({ provider, model, outcome, tokens, costUsd }) {
      modelCalls.inc({ provider, model, outcome });
      modelTokens.inc({ provider, model, direction: 'input' }, tokens.input);
      modelTokens.inc({ provider, model, direction: 'output' }, tokens.output);
      modelCost.inc({ provider, model }, costUsd);
    },
  };
}

type SetValue = (labels: Record<string, string>, value: number) => void;
