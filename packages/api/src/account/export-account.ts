import { auditFor, listPersonalTables, type PersonalTable, readPersonalRows } from '@commons/shared-db';
import type { AccountContext } from './account-context.ts';
import { exportSignIn } from './export-sign-in.ts';

/**
 * Everything that is the person's, as JSON in pieces: how they sign in, and their rows in the shared tables and in those of every
 * app. Rows are read as the person and a page at a time, so that nothing is held open while somebody downloads slowly.
 */
export async function exportAccount(context: AccountContext): Promise<AsyncGenerator<string, void>> {
  const { database, service, apps, now, session, caller } = context;
  // The session is proved with each page.
  const person = { ...caller, sessionId: session.id };
  const tables = await database.asUser(person, (tx) => listPersonalTables(tx, apps));
  const signIn = await exportSignIn(context);
  await service.asService('note an export', (tx) =>
    auditFor(tx, caller, { action: 'data_exported', resourceType: 'user', resourceId: session.userId }),
  );

  async function* rowsOf(table: PersonalTable): AsyncGenerator<string, void> {
    let separator = '\n';
    let after: string[] | undefined;
    do {
      const page = await database.asUser(person, (tx) => readPersonalRows(tx, table, after));
      for (const row of page.rows) {
        yield separator + row;
        separator = ',\n';
      }
      after = page.next;
    } while (after);
  }

  return (async function* () {
    yield `{\n"exportedAt": ${JSON.stringify(now())},\n"signIn": ${JSON.stringify(signIn, null, 1)},\n"tables": {`;
    let separator = '\n';
    for (const table of tables) {
      yield `${separator}${JSON.stringify(table.name)}: [`;
      yield* rowsOf(table);
      yield ']';
      separator = ',\n';
    }
    yield '\n}\n}\n';
  })();
}
