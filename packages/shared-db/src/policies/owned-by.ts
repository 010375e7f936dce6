import { sql } from 'drizzle-orm';
import { type PgColumn, type PgPolicy, pgPolicy } from 'drizzle-orm/pg-core';
import { currentUserId } from './current-user-id.ts';
import { authenticated } from './roles.ts';

/** The SQL commands a policy can be written for. */
export type Command = 'select' | 'insert' | 'update' | 'delete';

const everyCommand: readonly Command[] = ['select', 'insert', 'update', 'delete'];

/**
 * Policies that let a signed-in person reach exactly the rows whose `column` holds their id: one policy per command.
 *
 * @example
 * pgTable('notes', { userId: uuid('user_id').notNull() }, (table) => [...ownedBy(table.userId)])
 */
export function ownedBy(column: PgColumn, commands: readonly Command[] = everyCommand): PgPolicy[] {
  const mine = sql`${column} = ${currentUserId()}`;
  return commands.map((command) =>
    pgPolicy(`${command}_own`, {
      for: command,
      to: authenticated,
      ...(command === 'insert' ? {} : { using: mine }),
      ...(command === 'insert' || command === 'update' ? { withCheck: mine } : {}),
    }),
  );
}
