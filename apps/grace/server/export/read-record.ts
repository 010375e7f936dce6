import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq, getTableColumns, gt, isNull, sql } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { openRecord } from '../care/open-record.ts';
import { rightsTo } from '../care/rights.ts';
import { readCard } from '../emergency-card/by-profile.ts';
import { readChats } from './read-chats.ts';
import { readMedicines } from './read-medicines.ts';
import { readNotes } from './read-notes.ts';
import { readStory } from './read-story.ts';

const stands = and(isNull(caregivers.endedAt), gt(caregivers.endsAt, sql`now()`));

/**
 * A person's record as far as the caller may read it, in one transaction: a part that their grant does not include is missing, and the
 * reading of notes, chats and card is in the access log.
 */
export async function readRecord(tx: Tx, ctx: SignedInContext, profileId: string) {
  const { scopes, isHolder } = await rightsTo(tx, ctx, profileId);
  const { importedAt: _, ...columns } = getTableColumns(profiles);
  const [profile] = await tx.select(columns).from(profiles).where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('NOT_FOUND');
  if (scopes.includes('notes')) {
    await openRecord(tx, ctx, { profileId, resource: 'notes', via: 'export' });
  }
  return {
    profile,
    caregivers: await tx
      .select()
      .from(caregivers)
      // Who took part before is the holder's to know.
      .where(and(eq(caregivers.profileId, profileId), isHolder ? undefined : stands))
      .orderBy(asc(caregivers.id)),
    emergencyCard: scopes.includes('emergency_card')
      ? await readCard(tx, ctx, profileId, 'export')
      : undefined,
    medicines: scopes.includes('medications') ? await readMedicines(tx, profileId) : undefined,
    ...(scopes.includes('notes') ? await readNotes(tx, profileId) : {}),
    ...(isHolder ? await readStory(tx, profileId) : {}),
    ...(await readChats(tx, ctx, profileId, scopes)),
  };
}

export type ExportedRecord = Awaited<ReturnType<typeof readRecord>>;
