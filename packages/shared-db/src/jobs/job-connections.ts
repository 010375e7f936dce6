import postgres, { type Sql } from 'postgres';

/** What pg-boss expects of a database. */
export interface SqlExecutor {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

// pg-boss writes JSON by itself; the driver would quote it a second time.
const jsonAsWritten = {
  to: 114,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

type JobClient = Sql<{ json: unknown }>;

// Longer than the login's `statement_timeout`.
const usualPatienceMs = 75_000;

/**
 * The few connections of the job queue, which are nobody else's: each runs one query at a time, and one that failed is given up,
 * because the query may have been several and have left a transaction open.
 */
export class JobConnections implements SqlExecutor {
  readonly #url: string;
  readonly #patienceMs: number;
  readonly #lanes: { client: JobClient | undefined; waiting: number; last: Promise<unknown> }[];

  constructor(url: string, { max = 2, patienceMs = usualPatienceMs } = {}) {
    this.#url = url;
    this.#patienceMs = patienceMs;
    this.#lanes = Array.from({ length: max }, () => ({
      client: undefined,
      waiting: 0,
      last: Promise.resolve(),
    }));
  }

  async executeSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    const lane = this.#lanes.reduce((best, one) => (one.waiting < best.waiting ? one : best));
    lane.waiting += 1;
    const run = async () => {
      lane.client ??= this.#open();
      const { client } = lane;
      // One that has died without a word would keep its lane until the network gives it up, a quarter of an hour later.
      const overdue = setTimeout(() => void client.end({ timeout: 0 }), this.#patienceMs).unref();
      try {
        // Safe because the driver takes whatever JSON and arrays can say, which is all that pg-boss sends.
        const result: unknown = await client.unsafe(text, values as Parameters<typeof client.unsafe>[1]);
        return { rows: rowsOf(result) };
      } catch (error) {
        lane.client = undefined;
        void client.end({ timeout: 0 });
        throw error;
      } finally {
        clearTimeout(overdue);
        lane.waiting -= 1;
      }
    };
    const answer = lane.last.then(run);
    lane.last = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#lanes.map(async (lane) => {
        await lane.last;
        await lane.client?.end({ timeout: 1 });
      }),
    );
  }

  #open(): JobClient {
    return postgres(this.#url, {
      max: 1,
      connect_timeout: 5,
      prepare: false,
      types: { json: jsonAsWritten },
      connection: { application_name: 'commons: jobs' },
      onnotice: () => {},
    });
  }
}

// Several statements in one text have several results; pg-boss wants their rows.
function rowsOf(result: unknown): unknown[] {
  const results = result as unknown[];
  const isSeveral = Array.isArray(results[0]) || results.length === 0;
  return isSeveral ? results.flatMap((one) => one as unknown[]) : [...results];
}
