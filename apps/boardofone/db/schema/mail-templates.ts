import { grants, serviceAccess, sharedRead } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, primaryKey, smallint, text, timestamp, varchar } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';

/** How a mail was worded in a version. A trigger keeps each as it was; another wording is another version. */
export const mailTemplates = appSchema.table(
  'mail_templates',
  {
    name: varchar('name', { length: 12 }).notNull(),
    version: smallint('version').notNull(),
    subject: varchar('subject', { length: 200 }).notNull(),
    text: text('text').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.name, table.version] }),
    check('mail_templates_version_check', sql`${table.version} > 0`),
    check('mail_templates_text_check', sql`length(${table.text}) between 1 and 10000`),
    sharedRead(),
    ...serviceAccess('select', 'insert'),
  ],
);

export const mailTemplatesGrants = grants(mailTemplates, {
  authenticated: { select: true },
  commons_service: { select: true, insert: ['name', 'version', 'subject', 'text'] },
});
