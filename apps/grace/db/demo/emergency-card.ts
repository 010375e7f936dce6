import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { contacts } from '../schema/contacts.ts';
import { emergencyCards } from '../schema/emergency-cards.ts';

const people = [
  { name: 'Amara Okafor', relation: 'daughter', phone: '+44 20 7946 0018' },
  { name: 'Chioma Okafor', relation: 'daughter', phone: '+44 20 7946 0021' },
  { name: 'Ben Okafor', relation: 'son', phone: '+44 20 7946 0019' },
] as const;

/** The emergency card of a demonstration person, in their holder's context. */
export async function addEmergencyCard(tx: Tx, profileId: string): Promise<void> {
  const added = await tx
    .insert(emergencyCards)
    .values({
      profileId,
      dateOfBirth: '1941-05-02',
      bloodType: 'A+',
      directives: 'No resuscitation. The signed paper is in the kitchen drawer.',
      language: 'English and Igbo',
      doctor: 'Dr Helen Cole, Elm Road Surgery, +44 20 7946 0000',
      notes: 'Hearing aids in both ears. Left hip replaced in 2018.',
    })
    .onConflictDoNothing({ target: emergencyCards.profileId })
    .returning({ id: sql`${emergencyCards.id}` });
  if (added.length === 0) return;
  await tx.insert(contacts).values(people.map((one, position) => ({ ...one, profileId, position })));
}
