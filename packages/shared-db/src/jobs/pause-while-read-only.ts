import type { SqlExecutor } from './job-connections.ts';

const readOnlyState = '25006';
const lookAgainMs = 5_000;

/** Whether an error says that the database takes no writes. */
export function isReadOnlyError(error: unknown): boolean {
  // pg-boss copies the errors that it tells of.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === readOnlyState;
}

/**
 * Keeps statements away from a database that takes no writes: from the first one that is refused on they fail at once, and every
 * few seconds one of them looks whether the database writes again. `changed` hears of both, once each.
 */
export function pauseWhileReadOnly(
  database: SqlExecutor,
  changed: (isReadOnly: boolean) => void,
): SqlExecutor {
  let refused: { error: unknown; lookAt: number } | undefined;

  async function assertWritable() {
    if (!refused) return;
    if (performance.now() < refused.lookAt) throw refused.error;
    refused.lookAt = performance.now() + lookAgainMs;
    // It fails where the database is read-only still, and so gives up a connection that has its presets from before.
    await database.executeSql(
      `do $$ begin if current_setting('transaction_read_only')::boolean then
        raise read_only_sql_transaction; end if; end $$`,
    );
    refused = undefined;
    changed(false);
  }

  return {
    async executeSql(text, values) {
      await assertWritable();
      try {
        return await database.executeSql(text, values);
      } catch (error) {
        if (isReadOnlyError(error)) {
          if (!refused) changed(true);
          refused = { error, lookAt: performance.now() + lookAgainMs };
        }
        throw error;
      }
    },
  };
}
