import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { allergies } from '../../db/schema/allergies.ts';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { conditions } from '../../db/schema/conditions.ts';
import { doseEffects } from '../../db/schema/dose-effects.ts';
import { doseLog } from '../../db/schema/dose-log.ts';
import { lifeStoryEntries } from '../../db/schema/life-story-entries.ts';
import { medicationChanges } from '../../db/schema/medication-changes.ts';
import { medicationHolds } from '../../db/schema/medication-holds.ts';
import { medications } from '../../db/schema/medications.ts';
import { noteRevisions } from '../../db/schema/note-revisions.ts';
import { notes } from '../../db/schema/notes.ts';
import { schedules } from '../../db/schema/schedules.ts';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { stockChanges } from '../../db/schema/stock-changes.ts';
import { topicPreferences } from '../../db/schema/topic-preferences.ts';
import { FieldChange } from '../../medicine/schemas.ts';
import { SchedulePlan, ZoneId } from '../../schedule/schemas.ts';
import { Photo } from '../profiles/schemas.ts';
import { asWritten } from './as-written.ts';

/** A list of the file and the table that keeps it. */
export interface Part {
  /** Where it stands in the file. */
  path: readonly [string] | readonly ['medicines', string];
  table: PgTable;
  /** In words for people; lists without are details of others. */
  what?: string;
  /** Columns that name a line of another list, by its table. */
  links?: Readonly<Record<string, string>>;
  without?: readonly string[];
  with?: Record<string, z.ZodType>;
}

const personName = z
  .string('A name stands here.')
  .min(1, 'A name stands here.')
  .max(120, 'This is longer than 120 characters.');
const Sentences = z.array(z.strictObject({ text: z.string(), turnIds: z.array(z.uuid()) }));
const toMedication = { medicationId: getTableName(medications) };

/** In the order in which they come in, each after what it refers to. */
export const parts: readonly Part[] = [
  {
    path: ['medicines', 'medications'],
    table: medications,
    what: 'Medicines',
    with: { photo: Photo },
  },
  {
    path: ['medicines', 'schedules'],
    table: schedules,
    links: toMedication,
    with: { plan: asWritten(SchedulePlan), zone: ZoneId },
  },
  { path: ['medicines', 'medicationHolds'], table: medicationHolds, links: toMedication },
  {
    path: ['medicines', 'medicationChanges'],
    table: medicationChanges,
    what: 'Changes of medicines',
    links: toMedication,
    without: ['isImported'],
    with: { changes: asWritten(z.array(FieldChange)) },
  },
  {
    path: ['medicines', 'doses'],
    table: doseLog,
    what: 'Doses',
    links: { ...toMedication, versionId: getTableName(schedules), replacesId: getTableName(doseLog) },
    without: ['isImported'],
    with: { recordedByName: personName },
  },
  {
    path: ['medicines', 'doseEffects'],
    table: doseEffects,
    links: { administrationId: getTableName(doseLog) },
  },
  {
    path: ['medicines', 'stockChanges'],
    table: stockChanges,
    what: 'Refills and counts',
    links: toMedication,
    without: ['isImported'],
    with: { recordedByName: personName },
  },
  { path: ['medicines', 'allergies'], table: allergies, what: 'Allergies' },
  { path: ['medicines', 'conditions'], table: conditions, what: 'Conditions' },
  {
    path: ['notes'],
    table: notes,
    what: 'Notes',
    links: { doseId: getTableName(doseLog), sessionId: getTableName(sessions) },
    without: ['profileId', 'sharedProfileId', 'search', 'isImported'],
  },
  {
    path: ['noteRevisions'],
    table: noteRevisions,
    links: { noteId: getTableName(notes) },
    without: ['id', 'profileId', 'sharedProfileId'],
  },
  { path: ['lifeStory'], table: lifeStoryEntries, what: 'Parts of the life story' },
  { path: ['topicPreferences'], table: topicPreferences, what: 'Topics liked or avoided' },
  { path: ['chats'], table: sessions, what: 'Conversations' },
  { path: ['chatTurns'], table: chatTurns, links: { sessionId: getTableName(sessions) } },
  {
    path: ['chatSummaries'],
    table: sessionSummaries,
    what: 'Summaries of conversations',
    links: { sessionId: getTableName(sessions) },
    with: { sentences: asWritten(Sentences) },
  },
];
