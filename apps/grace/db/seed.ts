import type { Caller, SeedContext } from '@commons/shared-db';
import { profiles } from './schema/profiles.ts';

const margaret = '019aa5c0-0000-7000-8000-00000000a001';

/** A family for the demonstration accounts, unless it is there already. */
export async function seed({ database, demoUsers }: SeedContext): Promise<void> {
  const userId = demoUsers.get('amara@demo.example');
  if (!userId) return;
  const caller: Caller = { userId, app: 'grace' };
  await database.asUser(caller, async (tx) => {
    await tx
      .insert(profiles)
      .values({
        id: margaret,
        userId,
        basis: 'power_of_attorney',
        holderName: 'Amara Okafor',
        fullName: 'Margaret Okafor',
        preferredName: 'Margaret',
        timeZone: 'Europe/London',
      })
      .onConflictDoNothing({ target: profiles.id });
  });
}
