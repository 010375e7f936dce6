import { createOfflinePort } from '@commons/ai';
import {
  startTestServer,
  type TestPerson,
  type TestServer,
  type TestServerOptions,
} from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import type { inferRouterOutputs } from '@trpc/server';
import { boardOfOne, type boardofone } from '../app.ts';
import { loadReference } from '../db/seed/load-reference.ts';
import type { PaymentSource } from '../server/payments/payments.ts';
import type { AppRouter } from '../server/router.ts';
import type { CreateSession } from '../server/sessions/schemas.ts';

export type BoardPerson = TestPerson<AppRouter>;

/** A session as it arrives over the wire, with its dates as strings. */
export type ShownSession = inferRouterOutputs<AppRouter>['sessions']['byId'];

/** A board with its catalogue, and what its tests do again and again. */
export interface RunningBoard extends AsyncDisposable {
  server: TestServer<AppRouter>;
  /** Somebody who has agreed that models read what they enter. */
  signUp(): Promise<BoardPerson>;
}

export const bakery = {
  problem: 'Should we open a second bakery or extend the one we have?',
  context:
    'The bakery in Mill Street sells out by eleven. The rent for the second shop is 2,400 a month. Two of five bakers want to leave the night shift.',
  constraints: 'At most 60,000 in the first year.',
} as const;

/** What a test may choose about its board. */
export interface BoardOptions extends Partial<TestServerOptions<[typeof boardofone]>> {
  /** How tiers are sold; nobody sells any unless given. */
  payments?: PaymentSource;
}

/** Starts the whole server with this app alone. */
export async function startBoard({ payments, ...options }: BoardOptions = {}): Promise<RunningBoard> {
  const server = await startTestServer({
    models: createOfflinePort({ paceMs: 0 }),
    ...options,
    apps: [boardOfOne(payments ?? (async () => undefined))],
  });
  await loadReference(server.db.service);
  return {
    server,
    async signUp() {
      const person = await server.signUp();
      await person.client.account.consent.mutate({ isGiven: true });
      return person;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Puts the bakery’s decision before the board. */
export function ask(person: BoardPerson, more: Partial<CreateSession> = {}): Promise<ShownSession> {
  return person.client.sessions.create.mutate({ id: uuidV7(), ...bakery, ...more });
}
