import { openDatabase } from '@commons/shared-db';
import { openServiceDatabase } from '@commons/shared-db/service';
import type { AppDefinition } from '../define-app.ts';
import { ensureAccounts } from '../identity/ensure-accounts.ts';
import { demoPeopleOf } from './demo-people.ts';
import { loadReference } from './keep-reference.ts';
import { seedFailure } from './seed-failure.ts';

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
    for (const { title, seed } of apps) {
      await seed?.({ database, service, demoUsers }).catch((error: unknown) => {
        throw seedFailure(title, error);
      });
    }
  } finally {
    await Promise.all([database.close(), service.close()]);
  }
}
