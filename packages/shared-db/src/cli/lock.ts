import { withConnection } from '../connection/with-connection.ts';
import { lockService, unlockService } from '../lock/lock-service.ts';
import { readLock } from '../lock/read-lock.ts';
import { MigrationError } from '../migrate/migration-error.ts';
import type { Command } from './commands.ts';
import type { CommandContext } from './run-database-cli.ts';

/** Makes the service read-only at once; people go on reading. */
export const lock: Command = async (context, { target: reason = '' }) => {
  await lockService(requireAdmin(context), reason);
  context.print('The service is read-only. People can read; nothing can be written until "pnpm db unlock".');
};

/** Lets the service write again. */
export const unlock: Command = async (context) => {
  const adminUrl = requireAdmin(context);
  const found = await withConnection(adminUrl, readLock);
  await unlockService(adminUrl);
  context.print(found ? 'The service may write again.' : 'The service was not locked.');
};

function requireAdmin({ adminUrl }: CommandContext): string {
  if (adminUrl) return adminUrl;
  throw new MigrationError(
    'Locking changes the logins themselves, which takes an administrator. Set DATABASE_URL to the address of one, beside the others.',
  );
}
