import { MigrationError } from '../migrate/migration-error.ts';

const explanations: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or correct the address.',
  ENOTFOUND: 'the host name is unknown. Correct the address.',
  EAI_AGAIN: 'the host name could not be looked up. Check the network, or correct the address.',
  CONNECT_TIMEOUT: 'it did not answer in time. Check the address and the firewall.',
  '28P01': 'the password is wrong. Correct it in the address.',
  '28000': 'it refuses this login. Check pg_hba.conf and the name in the address.',
  '3D000': 'the database does not exist. Create it, or correct the name in the address.',
  '57P03': 'it is still starting. Try again in a moment.',
};

/** Turns a failed connection into a message that names the address, without its password, and says what to do. */
export function explainConnectionError(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const explanation = explanations[String(error.code)];
  return explanation
    ? new MigrationError(`Cannot use the database at ${withoutPassword(url)}: ${explanation}`, {
        cause: error,
      })
    : error;
}

/** The address with its password left out, fit for a message. */
export function withoutPassword(url: string): string {
  const parsed = new URL(url);
  parsed.password = '';
  return parsed.href;
}
