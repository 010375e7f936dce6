import { lockService, unlockService } from '../lock/lock-service.ts';
import { MigrationError } from '../migrate/migration-error.ts';
import type { Command } from './commands.ts';
import type { CommandContext } from './run-database-cli.ts';

const meaning =
  'Whoever is signed in can read; nobody can sign in, and nothing can be written until "pnpm db unlock".';

/** Makes the service read-only at once; whoever is signed in goes on reading. */
export const lock: Command = async (context, { target: reason = '' }) => {
  const found = await lockService(requireAdmin(context), reason);
  if (!found) {
    context.print(`The service is read-only. ${meaning}`);
    return;
  }
  const because = found.reason && ` (${found.reason})`;
  context.print(
    `The service was read-only already, since ${found.since}${because}, and that stays. ${meaning}`,
  );
};

/** Lets the service write again. */
export const unlock: Command = async (context) => {
  const found = await unlockService(requireAdmin(context));
  context.print(found ? 'The service may write again.' : 'The service was not locked.');
};

function requireAdmin({ adminUrl }: CommandContext): string {
  if (adminUrl) return adminUrl;
  throw new MigrationError(
    'Locking changes the logins themselves, which takes an administrator. Set DATABASE_URL to the address of one, beside the others.',
  );
}
