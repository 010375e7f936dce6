import type { Tx } from '@commons/shared-db';
import {
  accounts,
  authUsers,
  type ServiceDatabase,
  sessions,
  verifications,
} from '@commons/shared-db/service';
import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { isAPIError } from 'better-auth/api';
import { authRequest } from './auth-request.ts';
import { keptOfProvider } from './kept-of-provider.ts';
import { withStandingPassword } from './with-standing-password.ts';
import { withTrail } from './with-trail.ts';

const schema = { user: authUsers, session: sessions, account: accounts, verification: verifications };

/**
 * better-auth's access to the database: each operation, or each transaction of several, is one short transaction of
 * the service login, and what it does to sign-ins is put on record in the same one.
 *
 * @param onSessionsEnded called after the commit of anything that ended sessions
 */
export function identityAdapter(
  service: ServiceDatabase,
  onSessionsEnded: () => Promise<void>,
): (options: BetterAuthOptions) => DBAdapter {
  return (options) => {
    async function transaction<T>(work: (adapter: DBTransactionAdapter) => Promise<T>): Promise<T> {
      let sessionsEnded = false;
      const noteEnd = () => {
        sessionsEnded = true;
      };
      try {
        const result = await service.asService('sign-in', (tx) => {
          const rows = keptOfProvider(notingFailures(adapterIn(tx, options)));
          return work(withTrail(withStandingPassword(rows, tx), tx, noteEnd));
        });
        if (sessionsEnded) await onSessionsEnded();
        return result;
      } catch (error) {
        return noteFailure(error);
      }
    }

    return {
      id: 'commons',
      create: (data) => transaction((adapter) => adapter.create(data)),
      findOne: (data) => transaction((adapter) => adapter.findOne(data)),
      findMany: (data) => transaction((adapter) => adapter.findMany(data)),
      count: (data) => transaction((adapter) => adapter.count(data)),
      update: (data) => transaction((adapter) => adapter.update(data)),
      updateMany: (data) => transaction((adapter) => adapter.updateMany(data)),
      delete: (data) => transaction((adapter) => adapter.delete(data)),
      deleteMany: (data) => transaction((adapter) => adapter.deleteMany(data)),
      consumeOne: (data) => transaction((adapter) => adapter.consumeOne(data)),
      incrementOne: (data) => transaction((adapter) => adapter.incrementOne(data)),
      transaction,
    };
  };
}

/** Within a transaction of several operations the library puts an error of its own in the place of the database's. */
function notingFailures(adapter: DBAdapter): DBAdapter {
  return { ...adapter, create: (data) => adapter.create(data).catch(noteFailure) as never };
}

function noteFailure(error: unknown): never {
  const request = authRequest.getStore();
  // A refusal of the library's own inside a transaction is an answer and no failure.
  if (request && !isAPIError(error)) request.failure ??= error;
  throw error;
}

function adapterIn(tx: Tx, options: BetterAuthOptions): DBAdapter {
  return drizzleAdapter(tx, { provider: 'pg', schema })(options);
}
