import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, isNull } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { duplicateReports } from '../../db/schema/duplicate-reports.ts';
import { sameDose } from './same-dose.ts';

export type Report = Omit<
  typeof doseLog.$inferInsert,
  | 'recordedAt'
  | 'recordedBy'
  | 'recordedByName'
  | 'enteredInErrorAt'
  | 'enteredInErrorBy'
  | 'enteredInErrorName'
  | 'errorReason'
  | 'isImported'
>;

/** The entry of a planned dose that stands. */
export interface Standing {
  id: string;
  status: 'taken' | 'partial' | 'skipped';
  actualAt: Date;
  recordedBy: string | null;
  recordedByName: string | null;
  isImported: boolean;
}

/** Undefined when the report is recorded, else the entry that was there before. */
export type Collision = Standing | undefined;

const standingColumns = {
  id: doseLog.id,
  status: doseLog.status,
  actualAt: doseLog.actualAt,
  recordedBy: doseLog.recordedBy,
  recordedByName: doseLog.recordedByName,
  isImported: doseLog.isImported,
};

/**
 * Records a report once, however often it is sent. Where another one has recorded the planned dose already, this one is kept
 * beside it and never becomes a second administration: somebody has to find out.
 */
export async function record(tx: Tx, report: Report): Promise<Collision> {
  const inserted = await tx
    .insert(doseLog)
    .values(report)
    .onConflictDoNothing()
    .returning({ id: doseLog.id });
  if (inserted.length > 0 || (await isRecorded(tx, report))) return undefined;
  const standing = await standingOf(tx, report);
  // Taken back just now, or an id that is in use where the caller cannot see it.
  if (!standing) throw new AppError('CONFLICT', { message: 'Somebody changed this just now. Try again.' });
  if (report.status !== 'skipped') await keepBeside(tx, report, standing.id);
  return standing;
}

/** Whether this very report is in the log; it may have been corrected since. */
export async function isRecorded(
  tx: Tx,
  { id, profileId }: Pick<Report, 'id' | 'profileId'>,
): Promise<boolean> {
  const rows = await tx
    .select({ id: doseLog.id })
    .from(doseLog)
    .where(and(eq(doseLog.id, id), eq(doseLog.profileId, profileId)));
  return rows.length > 0;
}

export async function standingOf(
  tx: Tx,
  { profileId, versionId, localDate, slot }: Pick<Report, 'profileId' | 'versionId' | 'localDate' | 'slot'>,
): Promise<Standing | undefined> {
  if (!localDate || !slot) return undefined;
  const [standing] = await tx
    .select(standingColumns)
    .from(doseLog)
    .where(
      and(sameDose(doseLog, { profileId, versionId, localDate, slot }), isNull(doseLog.enteredInErrorAt)),
    );
  return standing;
}

async function keepBeside(tx: Tx, report: Report, administrationId: string): Promise<void> {
  const { id, profileId, actualAt, status, amount, unit, note } = report;
  await tx
    .insert(duplicateReports)
    .values({ id, profileId, administrationId, actualAt, status, amount, unit, note })
    .onConflictDoNothing();
}
