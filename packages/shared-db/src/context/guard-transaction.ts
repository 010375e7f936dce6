import type { ParameterOrJSON, Sql, TransactionSql, UnsafeQueryOptions } from 'postgres';
import type { ContextScope } from './context-scope.ts';

// The members of postgres.js 3.4.9 that make a query run when it is first awaited; the version is pinned for their sake.
interface LazyQuery {
  handler: unknown;
  handle: (...args: unknown[]) => unknown;
}

const isLazyQuery = (value: unknown): value is LazyQuery =>
  typeof value === 'object' && value !== null && 'handler' in value && 'handle' in value;

/**
 * Wraps a transaction's handle so that it throws once `scope` has ended, when a query is built and again when it is sent.
 * postgres.js itself would send a late query on the same connection: into the next person's transaction.
 *
 * @param root the client the transaction runs on; Drizzle reads its options from the handle
 */
export function guardTransaction(transaction: TransactionSql, scope: ContextScope, root: Sql): Sql {
  const guardQuery = (query: unknown): unknown => {
    if (isLazyQuery(query)) {
      const send = query.handle.bind(query);
      query.handle = (...args) => {
        scope.check();
        return send(...args);
      };
    }
    return query;
  };

  const savepoint = (...args: unknown[]) => {
    scope.check();
    const work = args.at(-1) as (handle: Sql) => Promise<unknown>;
    const { lease } = scope;
    return lease.orLoss(
      transaction.savepoint((inner) =>
        lease.neverAfterLoss(() => work(guardTransaction(inner, scope, root))),
      ),
    );
  };

  const guarded = new Proxy(transaction, {
    apply: (target, self, args) => {
      scope.check();
      return guardQuery(Reflect.apply(target as unknown as (...all: unknown[]) => unknown, self, args));
    },
    get: (target, key) => {
      if (key === 'options') return root.options;
      // Drizzle opens a nested transaction with `begin`; inside a transaction that is a savepoint.
      if (key === 'begin' || key === 'savepoint') return savepoint;
      // Without parameters postgres.js would use the protocol that runs several statements in one string.
      if (key === 'unsafe') {
        return (text: string, values: ParameterOrJSON<never>[] = [], options: UnsafeQueryOptions = {}) => {
          scope.check();
          return guardQuery(target.unsafe(text, values, { ...options, simple: false } as UnsafeQueryOptions));
        };
      }
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        scope.check();
        return guardQuery(Reflect.apply(member, target, args));
      };
    },
  });
  // Safe because everything Drizzle calls on a client is either forwarded or handled above.
  return guarded as unknown as Sql;
}
