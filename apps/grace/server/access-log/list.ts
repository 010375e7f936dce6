import type { SignedInContext } from '@commons/api';
import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import { accessLog } from '../../db/schema/access-log.ts';
import { assertHolder } from '../care/rights.ts';
import { groupRuns } from './group-runs.ts';
import type { ListReadings, ReadingPage } from './schemas.ts';

const readingsPerPage = 100;

/** Who read what of the person, the newest first. Only the holder reads it. */
export async function listReadings(ctx: SignedInContext, input: ListReadings): Promise<ReadingPage> {
  const { profileId, actorName, resource, cursor } = input;
  const conditions: (SQL | undefined)[] = [
    eq(accessLog.profileId, profileId),
    actorName === undefined ? undefined : eq(accessLog.actorName, actorName),
    resource === undefined ? undefined : eq(accessLog.resource, resource),
    cursor === undefined ? undefined : lt(accessLog.id, cursor),
  ];
  const rows = await ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    return tx
      .select({
        id: accessLog.id,
        actorName: accessLog.actorName,
        resource: accessLog.resource,
        via: accessLog.via,
        at: accessLog.at,
      })
      .from(accessLog)
      .where(and(...conditions))
      .orderBy(desc(accessLog.id))
      .limit(readingsPerPage + 1);
  });
  const readings = rows.slice(0, readingsPerPage);
  return {
    runs: groupRuns(readings),
    nextCursor: rows.length > readingsPerPage ? (readings.at(-1)?.id ?? null) : null,
  };
}
