import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { contacts } from '../../db/schema/contacts.ts';
import { emergencyCards } from '../../db/schema/emergency-cards.ts';
import { changeProfile } from '../care/change-profile.ts';
import { openRecord } from '../care/open-record.ts';
import { assertWithin } from '../care/rights.ts';
import { readCard } from './by-profile.ts';
import type { EmergencyCard, SaveCard } from './schemas.ts';

/** Saves the card with its contacts; refuses when it was saved somewhere else since `version` was read. */
export function saveCard(ctx: SignedInContext, input: SaveCard): Promise<EmergencyCard> {
  const { profileId, version, contacts: people, ...content } = input;
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'emergency_card', 'manage');
    await openRecord(tx, ctx, { profileId, resource: 'emergency_card' });
    const saved =
      version === 0
        ? await addCard(tx, { profileId, ...content })
        : await tx
            .update(emergencyCards)
            .set({ ...content, version: sql`${emergencyCards.version} + 1` })
            .where(and(eq(emergencyCards.profileId, profileId), eq(emergencyCards.version, version)))
            .returning({ id: emergencyCards.id });
    if (saved.length === 0) throw new AppError('STALE_VERSION');
    await tx.delete(contacts).where(eq(contacts.profileId, profileId));
    if (people.length > 0) {
      await tx.insert(contacts).values(people.map((one, position) => ({ ...one, profileId, position })));
    }
    await audit(tx, { action: 'emergency_card_changed', resourceType: 'profile', resourceId: profileId });
    return readCard(tx, ctx, profileId);
  });
}

const addCard = (tx: Tx, values: typeof emergencyCards.$inferInsert) =>
  tx
    .insert(emergencyCards)
    .values(values)
    .onConflictDoNothing({ target: emergencyCards.profileId })
    .returning({ id: emergencyCards.id });
