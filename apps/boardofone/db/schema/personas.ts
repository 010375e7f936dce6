import { grants, serviceAccess, sharedRead } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, text, timestamp, varchar } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { voiceColumns, wording } from './voice-columns.ts';

/** Somebody who can be asked onto a panel. Everybody may read the catalogue; the seed alone writes it. */
export const personas = appSchema.table(
  'personas',
  {
    code: varchar('code', { length: 50 }).primaryKey(),
    /** Of the version that new panels get. */
    currentVersion: integer('current_version').notNull(),
    /** Set when the catalogue has dropped the persona: sessions that have it keep it. */
    retiredAt: timestamp('retired_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    // A code that begins so is that of somebody's own voice.
    check('personas_code_check', sql`${table.code} ~ '^(?!mine_)[a-z][a-z0-9_]+$'`),
    check('personas_current_version_check', sql`${table.currentVersion} > 0`),
    sharedRead(),
    ...serviceAccess('select', 'insert', 'update'),
  ],
);

export const personasGrants = grants(personas, {
  authenticated: { select: true },
  commons_service: {
    select: true,
    insert: ['code', 'currentVersion'],
    update: ['currentVersion', 'retiredAt'],
  },
});

/** How a persona was worded at a time; a change adds a version, and sessions keep theirs. */
export const personaVersions = appSchema.table(
  'persona_versions',
  {
    code: varchar('code', { length: 50 })
      .notNull()
      .references(() => personas.code),
    version: integer('version').notNull(),
    name: varchar('name', { length: 255 }).notNull(),
    /** The failure that this persona is there to prevent. */
    lossFunction: text('loss_function').notNull(),
    ...voiceColumns(),
    /** Of everything above, so that the seed knows whether anything changed. */
    contentHash: varchar('content_hash', { length: 64 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.version] }),
    check('persona_versions_version_check', sql`${table.version} > 0`),
    check('persona_versions_prompt_check', sql`length(${table.systemPrompt}) between 1 and 6000`),
    sharedRead(),
    ...serviceAccess('select', 'insert'),
  ],
);

export const personaVersionsGrants = grants(personaVersions, {
  authenticated: { select: true },
  commons_service: {
    select: true,
    insert: ['code', 'version', ...wording, 'contentHash'],
  },
});
