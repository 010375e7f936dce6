import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { topics } from '../../db/schema/topics.ts';
import { ImportProblems } from './import-problems.ts';
import { newIds } from './new-ids.ts';
import type { FileRecord } from './record-schema.ts';
import type { ImportRecord } from './schemas.ts';
import { toRows } from './to-rows.ts';

/** What came in, and how many topics of the file this GRACE does not have; `isNew` is false when the id is taken. */
export interface BroughtIn {
  isNew: boolean;
  unknownTopics: number;
}

/** Makes the record that the file holds, in the caller's transaction; the database says who may, and checks every rule. */
export async function bringIn(
  tx: Tx,
  ctx: SignedInContext,
  record: FileRecord,
  { id, basis }: Pick<ImportRecord, 'id' | 'basis'>,
): Promise<BroughtIn> {
  const known = new Set((await tx.select({ id: topics.id }).from(topics)).map((topic) => topic.id));
  const { lists, unknownTopics } = withoutUnknown(record, known);
  const { profile } = record;
  const isOwnFile = profile.userId === ctx.user.id;
  const holderName = isOwnFile ? profile.holderName : ctx.user.name || profile.preferredName;
  const rows = toRows(
    { ...record, profile: { ...profile, basis, holderName }, lists },
    newIds(
      id,
      record.lists.map(({ rows: all }) => all),
    ),
  );
  try {
    const [result] = await tx.execute<{ is_new: boolean }>(
      sql`select grace.import_record(${id}::uuid, ${JSON.stringify(rows)}::jsonb) as is_new`,
    );
    return { isNew: result?.is_new ?? false, unknownTopics };
  } catch (error) {
    throw brokenRule(error) ?? error;
  }
}

/** Topics are a list of this GRACE: a conversation comes without one that is not there, a preference does not come. */
function withoutUnknown({ lists }: FileRecord, known: ReadonlySet<unknown>) {
  let unknownTopics = 0;
  const isUnknown = ({ topicId }: Record<string, unknown>) =>
    typeof topicId === 'string' && !known.has(topicId);
  const kept = lists.map(({ part, rows }) => {
    unknownTopics += rows.filter(isUnknown).length;
    const isPreference = part.path[0] === 'topicPreferences';
    return {
      part,
      rows: isPreference
        ? rows.filter((row) => !isUnknown(row))
        : rows.map((row) => (isUnknown(row) ? { ...row, topicId: null } : row)),
    };
  });
  return { lists: kept, unknownTopics };
}

/** A rule of the database that the file breaks, by its name; undefined for any other failure. */
function brokenRule(error: unknown): ImportProblems | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, table_name: table, constraint_name: rule } = cause as unknown as Record<string, unknown>;
    if (typeof code !== 'string' || !/^2[23]/.test(code) || rule === 'profiles_self_idx') continue;
    const where = typeof table === 'string' ? `The list of ${table.replaceAll('_', ' ')}` : 'The file';
    const what = typeof rule === 'string' ? `A line breaks the rule ${rule}.` : 'A line breaks a rule.';
    return new ImportProblems([{ where, what }]);
  }
  return undefined;
}
