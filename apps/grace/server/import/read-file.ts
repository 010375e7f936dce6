import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { medications } from '../../db/schema/medications.ts';
import { schedules } from '../../db/schema/schedules.ts';
import { dosesADayMax, mostDosesADay } from '../../schedule/most-doses-a-day.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { medicinesMax } from '../medications/assert-room.ts';
import { ImportProblems, inTheFile } from './import-problems.ts';
import { listsOf } from './lists-of.ts';
import { parseJson, placeOf } from './parse-json.ts';
import { type FileRecord, recordSchema } from './record-schema.ts';
import type { FileRow } from './row-schema.ts';
import type { ImportProblem } from './schemas.ts';
import { unpackFile } from './unpack-file.ts';

/** The record of a file that is whole and fits together; throws what is wrong, and where. */
export function readFile(file: string, now: Date): FileRecord {
  const parsed = parseJson(unpackFile(file));
  refuseOthers(parsed);
  const { data, error } = recordSchema(now).safeParse(parsed);
  if (error) throw new ImportProblems(error.issues.flatMap(problemsOf));
  const { exportedAt, profile, caregivers = [], emergencyCard } = data;
  const lists = listsOf(data);
  const problems = lists.flatMap(({ part, rows }) => misfits(part, rows, profile, lists));
  if (problems.length > 0) throw new ImportProblems(problems);
  refuseTooMuch(lists, now);
  return { exportedAt, profile, caregivers: caregivers.length, card: emergencyCard, lists };
}

function refuseOthers(parsed: unknown): void {
  const { format, version } = Object(parsed) as { format?: unknown; version?: unknown };
  if (format !== 'grace-record')
    throw inTheFile('It is no record of GRACE. Choose the JSON file that was saved with “Save everything”.');
  if (version !== 1)
    throw inTheFile('It was saved by another version of GRACE than this one can read, which is version 1.');
}

function problemsOf(issue: { code?: string; path: PropertyKey[]; message: string; keys?: string[] }) {
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => ({
      where: placeOf([...issue.path, key]),
      what: 'GRACE does not know this field, so it could not be kept.',
    }));
  const what =
    issue.code === 'invalid_type' && issue.message.startsWith('Invalid') ? notOfItsKind : issue.message;
  return [{ where: placeOf(issue.path), what }];
}

const notOfItsKind = 'This is missing, or something else than belongs here.';

type Lists = FileRecord['lists'];

/** What nobody could write by hand does not come by a file either. */
function refuseTooMuch(lists: Lists, now: Date): void {
  const rowsOf = (table: PgTable) => lists.find(({ part }) => part.table === table)?.rows ?? [];
  const taken = rowsOf(medications).filter(
    ({ isEnteredInError, stoppedAt }) =>
      !isEnteredInError && (stoppedAt === null || Date.parse(String(stoppedAt)) > now.getTime()),
  );
  if (taken.length > medicinesMax)
    throw tooMuch('medications', `More than ${medicinesMax} medicines are taken.`);
  const versions = rowsOf(schedules).map(({ plan, effectiveFrom, effectiveUntil }) => ({
    // Safe because the schema has read it.
    plan: plan as SchedulePlan,
    effectiveFrom: Date.parse(String(effectiveFrom)),
    effectiveUntil: effectiveUntil === null ? undefined : Date.parse(String(effectiveUntil)),
  }));
  if (mostDosesADay(versions) > dosesADayMax)
    throw tooMuch('schedules', `More than ${dosesADayMax} doses are planned for one day.`);
}

const tooMuch = (list: string, what: string) => new ImportProblems([{ where: `medicines.${list}`, what }]);

/** Ids that are there twice, that refer to nothing, or to another person. */
function misfits(
  part: Lists[number]['part'],
  rows: FileRow[],
  profile: FileRow,
  lists: Lists,
): ImportProblem[] {
  const idsOf = (table: string) =>
    new Set(lists.find((list) => getTableName(list.part.table) === table)?.rows.map(({ id }) => id));
  const targets = Object.entries(part.links ?? {}).map(([column, table]) => ({ column, ids: idsOf(table) }));
  const seen = new Set<unknown>();
  return rows.flatMap((row, index) => {
    const problem = (column: string, what: string) => [
      { where: placeOf([...part.path, index, column]), what },
    ];
    if (row.id !== undefined && seen.has(row.id)) return problem('id', 'This id is there twice.');
    seen.add(row.id);
    if (row.profileId !== undefined && row.profileId !== profile.id)
      return problem('profileId', 'This belongs to another person.');
    return targets.flatMap(({ column, ids }) =>
      row[column] === null || ids.has(row[column])
        ? []
        : problem(column, 'This refers to nothing in the file.'),
    );
  });
}
