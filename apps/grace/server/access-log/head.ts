import type { SignedInContext } from '@commons/api';
import { asc, desc, eq } from 'drizzle-orm';
import { accessLog } from '../../db/schema/access-log.ts';
import { assertHolder } from '../care/rights.ts';
import type { OfProfile } from '../care/schemas.ts';
import type { ReadingHead } from './schemas.ts';

/** Tells an open page whether there is something new, and whom it can be filtered by. */
export function headOfLog(ctx: SignedInContext, { profileId }: OfProfile): Promise<ReadingHead> {
  const ofProfile = eq(accessLog.profileId, profileId);
  return ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const [newest] = await tx
      .select({ id: accessLog.id })
      .from(accessLog)
      .where(ofProfile)
      .orderBy(desc(accessLog.id))
      .limit(1);
    const readers = await tx
      .selectDistinct({ name: accessLog.actorName })
      .from(accessLog)
      .where(ofProfile)
      .orderBy(asc(accessLog.actorName))
      .limit(100);
    return { newestId: newest?.id ?? null, readers: readers.map(({ name }) => name) };
  });
}
