import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { profiles } from '../../db/schema/profiles.ts';
import { changes } from '../changes.ts';
import { assertFewProfiles } from '../profiles/assert-few.ts';
import { profileById } from '../profiles/by-id.ts';
import type { Profile } from '../profiles/schemas.ts';
import { bringIn } from './bring-in.ts';
import { readFile } from './read-file.ts';
import type { ImportRecord } from './schemas.ts';

/** Makes a record out of a file, all of it or nothing. Sent again it returns the record that it made before. */
export async function importRecord(ctx: SignedInContext, input: ImportRecord): Promise<Profile> {
  const { id, file, basis } = input;
  const record = readFile(file, ctx.now());
  await ctx.asUser(async (tx) => {
    const own = await tx
      .select({ id: profiles.id })
      .from(profiles)
      .where(and(eq(profiles.userId, ctx.user.id), eq(profiles.basis, 'self')));
    if (basis === 'self' && own.some((one) => one.id !== id))
      throw new AppError('CONFLICT', { message: hasOwn });
    const { isNew } = await bringIn(tx, ctx, record, input);
    if (!isNew) {
      const made = await tx
        .select({ importedAt: profiles.importedAt })
        .from(profiles)
        .where(and(eq(profiles.id, id), eq(profiles.userId, ctx.user.id)));
      if (made.length === 0) throw new AppError('NOT_FOUND');
      if (!made[0]?.importedAt) throw new AppError('CONFLICT', { message: isTaken });
      return;
    }
    await assertFewProfiles(tx, ctx);
    await audit(tx, { action: 'record_imported', resourceType: 'profile', resourceId: id });
  });
  changes.announce(ctx, { profileId: id });
  return profileById(ctx, { id });
}

const hasOwn = 'You have a record of your own already. Say on what authority you hold this one.';
const isTaken =
  'This cannot be brought into a record that is there. Choose the file again to begin a new one.';
