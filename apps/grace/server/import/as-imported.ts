import { sql } from 'drizzle-orm';
import { medicationChanges } from '../../db/schema/medication-changes.ts';

const mark = ' (imported)';

/** How somebody is named whose entry came from a file: by what the file said, which nobody has checked. */
export const asImported = (name: string): string => `${name}${mark}`;

/** Who changed a medicine, marked where a file said so. */
export const changedBy = sql<string>`${medicationChanges.actorName} || case when ${medicationChanges.isImported} then ${mark} else '' end`;
