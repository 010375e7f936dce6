import { type Caller, type SeedContext, uuidV7 } from '@commons/shared-db';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { planOf } from '../../server/medications/plan-of.ts';
import { caregivers } from '../schema/caregivers.ts';
import { doseEffects } from '../schema/dose-effects.ts';
import { doseLog } from '../schema/dose-log.ts';
import { duplicateReports } from '../schema/duplicate-reports.ts';
import { medications } from '../schema/medications.ts';
import { type DemoEntry, demoAsNeeded, demoEntries } from './doses.ts';

type Databases = Pick<SeedContext, 'database' | 'service'>;

/** Weeks of doses by everybody who may log, unless there are some. */
export async function addDoses(
  { database, service }: Databases,
  caller: Caller,
  profileId: string,
  now: number,
): Promise<void> {
  const known = await database.asUser(caller, async (tx) => ({
    isThere:
      (await tx.select({ id: doseLog.id }).from(doseLog).where(eq(doseLog.profileId, profileId)).limit(1))
        .length > 0,
    versions: await planOf(tx, profileId),
    unskippable: await tx
      .select({ id: medications.id })
      .from(medications)
      .where(and(eq(medications.profileId, profileId), eq(medications.isSkippable, false))),
    others: await tx
      .select({ userId: caregivers.userId })
      .from(caregivers)
      .where(
        and(eq(caregivers.profileId, profileId), isNull(caregivers.endedAt), ne(caregivers.level, 'view')),
      ),
  }));
  if (known.isThere) return;
  const recorders = [caller.userId, ...known.others.map(({ userId }) => userId)];
  const entries = demoEntries(
    profileId,
    known.versions,
    recorders,
    now,
    new Set(known.unskippable.map(({ id }) => id)),
  );
  const asNeeded = demoAsNeeded(profileId, known.versions, recorders, now);
  const all = [...entries, ...asNeeded];
  // Who recorded what and when is not for a request to say.
  await service.asService('demonstration doses', (tx) => tx.insert(doseLog).values(all.map(withoutWrong)));
  await database.asUser(caller, async (tx) => {
    for (const { id, wrong } of entries)
      if (wrong) await tx.update(doseLog).set({ errorReason: wrong.reason }).where(eq(doseLog.id, id));
    // Of the last one somebody is still to be asked.
    const answers = asNeeded.slice(1).map(({ id }, index) => ({
      administrationId: id,
      profileId,
      effect: index % 4 === 3 ? ('did_not_help' as const) : ('helped' as const),
    }));
    if (answers.length > 0) await tx.insert(doseEffects).values(answers);
    const last = entries.findLast(
      ({ status, recordedBy }) => status === 'taken' && recordedBy !== caller.userId,
    );
    if (last)
      await tx.insert(duplicateReports).values({
        id: uuidV7(),
        profileId,
        administrationId: last.id,
        actualAt: new Date(last.actualAt.getTime() + 600_000),
        status: 'taken',
        amount: last.amount,
        unit: last.unit,
      });
  });
  const right = entries.flatMap(({ wrong, ...entry }) =>
    wrong
      ? [{ ...entry, id: uuidV7(), replacesId: entry.id, status: 'partial' as const, amount: wrong.amount }]
      : [],
  );
  if (right.length > 0)
    await service.asService('demonstration doses', (tx) => tx.insert(doseLog).values(right));
}

function withoutWrong({ wrong: _, ...entry }: DemoEntry) {
  return entry;
}
