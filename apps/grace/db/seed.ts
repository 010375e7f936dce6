import type { Caller, SeedContext } from '@commons/shared-db';
import { dayOf } from '../schedule/zone.ts';
import { addCompanion } from './demo/add-companion.ts';
import { addDoses } from './demo/add-doses.ts';
import { addCareTeam } from './demo/care-team.ts';
import { addMedicine } from './demo/demo-medicine.ts';
import { addEmergencyCard } from './demo/emergency-card.ts';
import { addHealth } from './demo/health.ts';
import { medicines } from './demo/medicines.ts';
import { addNotes } from './demo/notes.ts';
import { addStock } from './demo/stock.ts';
import { addZuri, zuri } from './demo/zuri.ts';
import { profiles } from './schema/profiles.ts';

const margaret = '019aa5c0-0000-7000-8000-00000000a001';
const zone = 'Europe/London';

/** A family for the demonstration accounts, unless it is there already. */
export async function seed({ database, service, demoUsers }: SeedContext, now = Date.now()): Promise<void> {
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
        timeZone: zone,
      })
      .onConflictDoNothing({ target: profiles.id });
    const person = { profileId: margaret, zone, actorName: 'Amara Okafor' };
    for (const medicine of medicines(dayOf(zone, now))) await addMedicine(tx, person, medicine);
    await addHealth(tx, margaret);
    await addEmergencyCard(tx, margaret);
    await addStock(tx, margaret, now);
    await addCompanion(tx, margaret, now);
    await addZuri(tx, userId, zone, now);
  });
  await addCareTeam({ database, demoUsers }, caller, { profileId: margaret, zone, now });
  await addNotes({ database, demoUsers }, caller, margaret);
  await addDoses({ database, service }, caller, margaret, now);
  await addDoses({ database, service }, caller, zuri, now);
}
