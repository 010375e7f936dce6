import { accounts } from '@commons/shared-db/service';
import { asc, eq } from 'drizzle-orm';
import { isProvider, type ProviderId } from '../identity/providers.ts';
import type { AccountContext } from './account-context.ts';

/** How somebody can sign in. */
export interface WaysIn {
  password: boolean;
  linked: { provider: ProviderId; since: Date }[];
  /** The providers that this server has keys for. */
  configured: readonly ProviderId[];
}

/** The ways into the account of the person who asks. */
export async function listWaysIn(
  { service, session }: AccountContext,
  configured: readonly ProviderId[],
): Promise<WaysIn> {
  const rows = await service.asService('list ways in', (tx) =>
    tx
      .select({ provider: accounts.providerId, since: accounts.createdAt })
      .from(accounts)
      .where(eq(accounts.userId, session.userId))
      .orderBy(asc(accounts.createdAt)),
  );
  return {
    password: rows.some(({ provider }) => provider === 'credential'),
    linked: rows.flatMap(({ provider, since }) => (isProvider(provider) ? [{ provider, since }] : [])),
    configured,
  };
}
