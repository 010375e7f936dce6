import type { Sql, TransactionSql } from 'postgres';

class Rollback<T> {
  readonly result: T;
  constructor(result: T) {
    this.result = result;
  }
}

/** Runs `work` in a transaction, or a savepoint of the one `sql` is in, and takes back everything it did. */
export async function rolledBack<T>(
  sql: Sql | TransactionSql,
  work: (transaction: TransactionSql) => Promise<T>,
): Promise<T> {
  const finish = async (transaction: TransactionSql): Promise<never> => {
    throw new Rollback(await work(transaction));
  };
  try {
    return await ('savepoint' in sql ? sql.savepoint(finish) : sql.begin(finish));
  } catch (error) {
    if (error instanceof Rollback) return error.result as T; // ours, made of what `work` returned
    throw error;
  }
}
