import { createOpenAiCompatiblePort, type ModelPort, type ModelQuota, type ModelTimeouts } from '@commons/ai';
import { type ModelServer, startModelServer } from '@commons/ai/testing';
import { startTestServer, type TestServer } from '@commons/api/testing';
import type { TestDatabase } from '@commons/shared-db/testing';
import { chidi } from '../app.ts';
import type { ChidiRouter } from '../server/router.ts';
import { type ChidiPerson, chidiPerson } from './chidi-person.ts';

/** Chidi on a real server, with language models that do as the test says. */
export interface RunningChidi extends AsyncDisposable {
  server: TestServer<ChidiRouter>;
  /** Writes answers. */
  model: ModelServer;
  /** Writes titles, so that these never take a reply that is meant for an answer. */
  titler: ModelServer;
  signUp(): Promise<ChidiPerson>;
  /** The answer as the database has it, whoever may see it. */
  stored(answerId: string): Promise<StoredAnswer>;
  /** What the ledger says about an answer or a title, the earliest first. */
  usageOf(resourceId: string): Promise<UsageRow[]>;
  /** Leaves an answer as a process does that was killed when it had written so much of it. */
  abandon(answerId: string, content?: string): Promise<void>;
}

interface StoredAnswer {
  content: string;
  status: string;
  context_version_id: string | null;
}

interface UsageRow {
  purpose: string;
  model: string;
  input_tokens: number | null;
  output_tokens: number | null;
  cost_usd: string | null;
  usage_source: string;
  priced_on: string | null;
}

export interface ChidiOptions {
  timeouts?: Partial<ModelTimeouts>;
  /** For a second server on the same rows. */
  db?: TestDatabase;
  /** For a server beside one that runs as a process. */
  secret?: string;
  shutdownTimeoutMs?: number;
  modelQuota?: ModelQuota;
}

export const modelName = 'tiny-1';

/** A million tokens in cost 1 dollar, a million out 2. */
const prices = {
  currency: 'USD' as const,
  unit: 'per million tokens' as const,
  hosts: { '127.0.0.1': 'local' },
  prices: [
    {
      provider: 'local',
      model: modelName,
      validFrom: '2000-01-01',
      input: '1',
      cachedInput: '0.5',
      output: '2',
      source: 'https://example.com/made-up-for-tests',
      asOf: '2026-11-01',
    },
  ],
};

export async function startChidi(options: ChidiOptions = {}): Promise<RunningChidi> {
  const { timeouts = {}, db, secret, shutdownTimeoutMs = 2_000, modelQuota } = options;
  const [model, titler] = await Promise.all([startModelServer(), startModelServer()]);
  const portTo = ({ url }: ModelServer) =>
    createOpenAiCompatiblePort({ baseUrl: url, apiKey: 'key-of-tests', model: modelName, timeouts, prices });
  const [answers, titles] = [portTo(model), portTo(titler)];
  const models: ModelPort = { ...answers, generate: titles.generate.bind(titles) };
  const server = await startTestServer({
    apps: [chidi],
    models,
    env: { shutdownTimeoutMs, ...(modelQuota && { modelQuota }), ...(secret && { secret }) },
    ...(db && { db }),
  });
  const { admin } = server.db;
  return {
    server,
    model,
    titler,
    signUp: async () => chidiPerson(await server.signUp()),
    async stored(answerId) {
      const [row] = await admin<StoredAnswer[]>`
        select content, status, context_version_id from chidi.messages where id = ${answerId}`;
      if (!row) throw new Error(`There is no answer ${answerId}.`);
      return row;
    },
    async abandon(answerId, content) {
      await admin`
        update chidi.messages set content = coalesce(${content ?? null}, content), status = 'streaming',
          error_code = null, lease_expires_at = now() - interval '1 second'
        where id = ${answerId}`;
    },
    usageOf: async (resourceId) =>
      await admin<UsageRow[]>`
      select purpose, model, input_tokens, output_tokens, cost_usd, usage_source, priced_on::text
      from public.model_usage where resource_id = ${resourceId} order by created_at, id`,
    async [Symbol.asyncDispose]() {
      // The server first, so that no call to a model is open any more.
      await server[Symbol.asyncDispose]();
      await Promise.all([model.close(), titler.close()]);
    },
  };
}
