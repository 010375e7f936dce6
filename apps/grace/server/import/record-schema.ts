import { z } from 'zod';
import { caregivers } from '../../db/schema/caregivers.ts';
import { emergencyCards } from '../../db/schema/emergency-cards.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { DayMove } from '../../travel/schemas.ts';
import { Contact } from '../emergency-card/schemas.ts';
import { Photo, TimeZone } from '../profiles/schemas.ts';
import { asWritten } from './as-written.ts';
import { type Part, parts } from './parts.ts';
import { type FileRow, instant, rowSchema } from './row-schema.ts';

/** A broken file says what is wrong with so many lines; the rest of a list that is broken throughout is not looked at. */
const brokenLinesMax = 10;

/** What of the card is worked out from the rest of the record when it is saved. */
export const workedOut = [
  'fullName',
  'preferredName',
  'photo',
  'timeZone',
  'allergies',
  'conditions',
  'medications',
] as const;

/** The file that `exportJson` writes, every field known. */
export function recordSchema(now: Date) {
  const list = ({ table, without = [], with: more = {} }: Pick<Part, 'table' | 'without' | 'with'>) =>
    linesOf(rowSchema(table, { now, without, with: more })).optional();
  const listsAt = (depth: number): Record<string, z.ZodType<FileRow[] | undefined>> =>
    Object.fromEntries(
      parts.filter(({ path }) => path.length === depth).map((part) => [part.path.at(-1) ?? '', list(part)]),
    );
  const card = rowSchema(emergencyCards, {
    now,
    without: ['id', 'profileId', 'createdAt'],
    with: {
      ...Object.fromEntries(workedOut.map((name) => [name, z.unknown()])),
      updatedAt: z.iso.datetime({ offset: true, error: 'An instant stands here.' }),
      contacts: z.array(z.strictObject(Contact.shape)).max(8, 'There are more than eight people.'),
    },
  });
  return z.strictObject({
    format: z.literal('grace-record'),
    version: z.literal(1),
    exportedAt: instant,
    profile: rowSchema(profiles, {
      now,
      without: ['importedAt'],
      with: { photo: Photo, timeZone: TimeZone, zoneMoves: asWritten(z.array(DayMove)) },
    }),
    caregivers: list({ table: caregivers }),
    emergencyCard: card.optional(),
    medicines: z.strictObject(listsAt(2)).optional(),
    ...(listsAt(1) as object),
  });
}

/** As `z.array`, which would keep what is wrong with each of many thousands of broken lines. */
function linesOf(line: z.ZodType<FileRow>) {
  return z.array(z.unknown(), 'A list stands here.').transform((lines, context) => {
    const rows: FileRow[] = [];
    let broken = 0;
    for (const [index, value] of lines.entries()) {
      const { data, error } = line.safeParse(value);
      if (data) rows.push(data);
      for (const issue of error?.issues ?? []) {
        context.addIssue({ ...issue, path: [index, ...issue.path] });
      }
      if (error) broken += 1;
      if (broken === brokenLinesMax) break;
    }
    return rows;
  });
}

/** The record of a file, each of its lists beside what is known of it. */
export interface FileRecord {
  exportedAt: string;
  profile: FileRow;
  caregivers: number;
  card: FileRow | undefined;
  lists: readonly { part: Part; rows: FileRow[] }[];
}
