import { sql } from 'drizzle-orm';
import { personaTrials } from '../../db/schema/persona-trials.ts';

/** No call lasts longer: whoever began one earlier is not at it any more. */
export const isUnderWay = sql<boolean>`${personaTrials.updatedAt} > now() - interval '2 minutes'`;
