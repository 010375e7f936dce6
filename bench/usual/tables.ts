import { index, pgSchema, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';

const usual = pgSchema('usual');

export const users = usual.table('users', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
});

export const sessions = usual.table('sessions', {
  id: uuid('id').primaryKey().defaultRandom(),
  token: text('token').notNull().unique(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

export const notes = usual.table(
  'notes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    title: varchar('title', { length: 200 }).notNull(),
    body: text('body').notNull(),
  },
  (table) => [index('notes_user_id_idx').on(table.userId, table.id)],
);

/** The same tables for PostgreSQL; no row-level security anywhere. */
export const usualTables = `
  create schema usual;
  create table usual.users (id uuid primary key, email text not null, name text not null);
  create table usual.sessions (
    id uuid primary key default gen_random_uuid(),
    token text not null unique,
    user_id uuid not null references usual.users,
    expires_at timestamptz not null
  );
  create table usual.notes (
    id uuid primary key default app.uuid_v7(),
    user_id uuid not null references usual.users,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    title varchar(200) not null,
    body text not null
  );
  create index on usual.notes (user_id, id);
`;
