import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, desc, eq, type SQL } from 'drizzle-orm';
import { doseEffects } from '../../db/schema/dose-effects.ts';
import { doseLog } from '../../db/schema/dose-log.ts';
import { medications } from '../../db/schema/medications.ts';
import { amountOf, thousandthsOf } from '../../schedule/amount.ts';
import { namesAround } from './people.ts';
import type { HistoryEntry } from './schemas.ts';

interface Reading {
  profileId: string;
  condition: SQL | undefined;
  limit: number;
}

/** Lines of the log with who recorded each, the latest first. */
export async function readEntries(
  tx: Tx,
  ctx: SignedInContext,
  { profileId, condition, limit }: Reading,
): Promise<HistoryEntry[]> {
  const nameOf = await namesAround(tx, profileId);
  const rows = await tx
    .select({ entry: doseLog, effect: doseEffects.effect, medicationName: medications.name })
    .from(doseLog)
    .innerJoin(
      medications,
      and(eq(medications.id, doseLog.medicationId), eq(medications.profileId, doseLog.profileId)),
    )
    .leftJoin(
      doseEffects,
      and(eq(doseEffects.administrationId, doseLog.id), eq(doseEffects.profileId, doseLog.profileId)),
    )
    .where(and(eq(doseLog.profileId, profileId), condition))
    .orderBy(desc(doseLog.actualAt), desc(doseLog.id))
    .limit(limit);
  return rows.map(({ entry, effect, medicationName }) => {
    const {
      enteredInErrorAt: errorAt,
      enteredInErrorBy,
      enteredInErrorName,
      errorReason,
      isImported,
      profileId: _,
      ...line
    } = entry;
    return {
      ...line,
      medicationName,
      effect,
      amount: amountOf(thousandthsOf(line.amount)),
      scheduledAt: line.scheduledAt?.toISOString() ?? null,
      actualAt: line.actualAt.toISOString(),
      recordedAt: line.recordedAt.toISOString(),
      recordedBy: nameOf(line.recordedBy, line.recordedByName, isImported),
      isMine: line.recordedBy === ctx.user.id,
      error: errorAt && {
        at: errorAt.toISOString(),
        by: nameOf(enteredInErrorBy, enteredInErrorName, isImported && !enteredInErrorBy),
        reason: errorReason ?? '',
      },
    };
  });
}
