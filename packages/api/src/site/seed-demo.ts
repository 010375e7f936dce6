import { openDatabase } from '@commons/shared-db';
import { openServiceDatabase } from '@commons/shared-db/service';
import type { AppDefinition } from '../define-app.ts';
import { ensureAccounts } from '../identity/ensure-accounts.ts';
import { demoPeopleOf } from './demo-people.ts';
import { loadReference } from './keep-reference.ts';

/** Adds reference data, the demonstration accounts and each app's data for them; what is there already stays as it is. */
export async function seedDemo(
  apps: readonly AppDefinition[],
  logins: { app: string; service: string },
): Promise<void> {
  const database = openDatabase({ url: logins.app, max: 2 });
  const service = openServiceDatabase({ url: logins.service, max: 2 });
  try {
    await loadReference(apps, service);
    const demoUsers = await ensureAccounts(service, demoPeopleOf(apps));
    for (const app of apps) await app.seed?.({ database, service, demoUsers });
  } finally {
    await Promise.all([database.close(), service.close()]);
  }
}
