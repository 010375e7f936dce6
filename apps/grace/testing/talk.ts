import { createOpenAiCompatiblePort, type ModelQuota, type ModelTimeouts } from '@commons/ai';
import { type ModelServer, startModelServer } from '@commons/ai/testing';
import type { AnswerEvent } from '@commons/api/answers';
import { uuidV7 } from '@commons/shared-db';
import type { TestDatabase } from '@commons/shared-db/testing';
import { loadCatalogues } from '../db/seed/load.ts';
import { type GracePerson, type GraceServer, newHolder, startGrace } from './family.ts';

export type Holder = Awaited<ReturnType<typeof newHolder>>;

/** GRACE with the catalogues, and a language model that does as the test says. */
export interface TalkingGrace extends AsyncDisposable {
  server: GraceServer;
  model: ModelServer;
  newHolder(): Promise<Holder>;
}

interface TalkOptions {
  timeouts?: Partial<ModelTimeouts>;
  /** For a second server on the same rows. */
  db?: TestDatabase;
  modelQuota?: ModelQuota;
  shutdownTimeoutMs?: number;
}

export async function startTalking(options: TalkOptions = {}): Promise<TalkingGrace> {
  const { timeouts = {}, db, modelQuota, shutdownTimeoutMs = 2_000 } = options;
  const model = await startModelServer();
  const models = createOpenAiCompatiblePort({ baseUrl: model.url, apiKey: 'key', model: 'tiny-1', timeouts });
  const env = { shutdownTimeoutMs, ...(modelQuota && { modelQuota }) };
  const server = await startGrace({ models, env, ...(db && { db }) });
  await loadCatalogues(server.db.service);
  return {
    server,
    model,
    newHolder: () => newHolder(server),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await model.close();
    },
  };
}

/** A conversation in which the person has said something. */
export interface Talk {
  sessionId: string;
  turnId: string;
  answerId: string;
}

export async function newSession({ client, profileId }: Holder, suggestion: string | null = null) {
  const id = uuidV7();
  await client.sessions.start.mutate({ profileId, id, suggestion, seed: 1 });
  return id;
}

/** Says something, in a new conversation unless one is named. */
export async function newTalk(holder: Holder, content = 'Hello', inSession?: string): Promise<Talk> {
  const sessionId = inSession ?? (await newSession(holder));
  const said = await holder.client.turns.say.mutate({ id: uuidV7(), sessionId, content });
  return { sessionId, ...said };
}

export const turnsOf = async ({ client, profileId }: Holder, id: string) =>
  (await client.sessions.byId.query({ profileId, id })).turns;

/** What the companion said, once it has ended. */
export async function heard(holder: Holder, { sessionId, answerId }: Talk) {
  await followTurn(holder, answerId).ended;
  const turn = (await turnsOf(holder, sessionId)).find(({ id }) => id === answerId);
  if (!turn) throw new Error(`There is no turn ${answerId}.`);
  return turn;
}

/** Follows a turn; `pieces` is what has arrived. */
export function followTurn({ client }: Pick<GracePerson, 'client'>, answerId: string, offset = 0) {
  const pieces: string[] = [];
  const ended = Promise.withResolvers<Extract<AnswerEvent, { type: 'end' }>>();
  const waiting = new Set<() => void>();
  // A reader whose end no test waits for may end in any way.
  ended.promise.catch(() => {});
  const subscription = client.turns.follow.subscribe(
    { answerId, offset },
    {
      onData({ data }) {
        if (data.type === 'end') return ended.resolve(data);
        pieces.push(data.text);
        for (const look of waiting) look();
      },
      onError: ({ data }) => ended.reject(new Error(data?.code ?? 'no code')),
    },
  );
  const stop = () => subscription.unsubscribe();
  ended.promise.then(stop, () => {});
  const text = () => pieces.join('');
  const reads = (wanted: string) =>
    new Promise<void>((resolve) => {
      const look = () => text() === wanted && resolve();
      waiting.add(look);
      look();
    });
  return { text, reads, ended: ended.promise, stop };
}
