import { sql } from 'drizzle-orm';
import { type PgPolicy, pgPolicy } from 'drizzle-orm/pg-core';
import type { Command } from './owned-by.ts';
import { commonsService } from './roles.ts';

/** Policies that open a table to the service login, for the commands a privileged path really needs and no others. */
export function serviceAccess(...commands: Command[]): PgPolicy[] {
  return commands.map((command) =>
    pgPolicy(`${command}_service`, {
      for: command,
      to: commonsService,
      ...(command === 'insert' ? {} : { using: sql`true` }),
      ...(command === 'insert' || command === 'update' ? { withCheck: sql`true` } : {}),
    }),
  );
}
