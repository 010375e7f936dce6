import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { voiceColumns, wording } from './voice-columns.ts';

/** A voice that somebody made of another one. It is theirs alone; the catalogue stays what it is. */
export const ownPersonas = appSchema.table(
  'own_personas',
  {
    ...ownedColumns(),
    /** By which seats name it; nobody in the catalogue is called so. */
    code: varchar('code', { length: 50 })
      .notNull()
      .generatedAlwaysAs(sql`'mine_' || replace(id::text, '-', '')`),
    /** Whose copy it began as. */
    basedOn: varchar('based_on', { length: 50 }).notNull(),
    /** The wording that new panels get. */
    currentVersion: integer('current_version').notNull().default(1),
    archivedAt: timestamp('archived_at', { withTimezone: true }),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    unique('own_personas_id_user_id_unique').on(table.id, table.userId),
    unique('own_personas_code_unique').on(table.userId, table.code),
    check('own_personas_current_version_check', sql`${table.currentVersion} > 0`),
    ...ownedBy(table.userId),
  ],
);

export const ownPersonasGrants = grants(ownPersonas, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'basedOn'],
    update: ['currentVersion', 'archivedAt', 'version'],
    delete: true,
  },
});

/** How a voice of one's own was worded at a time. A trigger keeps a wording that a session has. */
export const ownPersonaVersions = appSchema.table(
  'own_persona_versions',
  {
    ...ownedColumns(),
    personaId: uuid('persona_id').notNull(),
    version: integer('version').notNull().default(1),
    name: varchar('name', { length: 80 }).notNull(),
    lossFunction: varchar('loss_function', { length: 500 }).notNull(),
    ...voiceColumns(),
  },
  (table) => [
    foreignKey({
      name: 'own_persona_versions_persona_fk',
      columns: [table.personaId, table.userId],
      foreignColumns: [ownPersonas.id, ownPersonas.userId],
    }).onDelete('cascade'),
    unique('own_persona_versions_version_unique').on(table.userId, table.personaId, table.version),
    check('own_persona_versions_version_check', sql`${table.version} > 0`),
    check('own_persona_versions_name_check', sql`btrim(${table.name}) <> ''`),
    check('own_persona_versions_prompt_check', sql`length(${table.systemPrompt}) between 1 and 6000`),
    check('own_persona_versions_blind_spots_check', sql`cardinality(${table.blindSpots}) <= 6`),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
  ],
);

export const ownPersonaVersionsGrants = grants(ownPersonaVersions, {
  authenticated: {
    select: true,
    insert: ['userId', 'personaId', 'version', ...wording],
    update: ['name', 'job', 'lossFunction', 'blindSpots', 'systemPrompt'],
  },
});
