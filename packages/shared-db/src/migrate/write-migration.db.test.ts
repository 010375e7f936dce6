import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, expectCleanCatalogue, type TestDatabase } from '../../testing/index.ts';
import { TemporaryModule } from '../../testing/temporary-module.ts';
import { dumpSchema } from '../dump/dump-schema.ts';
import { grants } from '../policies/grants.ts';
import { ownedBy } from '../policies/owned-by.ts';
import { users } from '../schema/users.ts';
import { sharedModule } from '../shared-module.ts';
import { downgrade } from './downgrade.ts';
import { upgrade } from './upgrade.ts';
import { writeMigration } from './write-migration.ts';

const schema = pgSchema('notes');
const columns = {
  id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
  userId: uuid('user_id')
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: 'cascade' }),
  body: text('body').notNull(),
};
const notes = schema.table(
  'notes',
  { ...columns, updatedAt: timestamp('updated_at').defaultNow() },
  (table) => ownedBy(table.userId, ['select', 'insert', 'update']),
);
const finalNotes = schema.table('notes', columns, (table) => ownedBy(table.userId, ['select', 'insert']));
const rankedNotes = schema.table('notes', { ...columns, rank: integer('rank') });

describe('a migration that is written', () => {
  let module: TemporaryModule;
  let db: TestDatabase;
  let minute = 0;
  beforeEach(async () => {
    module = new TemporaryModule('notes');
    db = await createTestDatabase();
    minute = 0;
  });
  afterEach(async () => {
    await db[Symbol.asyncDispose]();
    module[Symbol.dispose]();
  });

  const write = (message: string, empty = false) => {
    minute += 1;
    return writeMigration(module, { message, empty, now: new Date(Date.UTC(2026, 0, 1, 0, minute)) });
  };
  it('comes behind the one before, also within the same minute or by a clock that is behind', async () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 11, 31, 23, minutes));
    const names: string[] = [];
    for (const [message, minutes] of [
      ['b', 59],
      ['a', 59],
      ['a', 59],
      ['earlier', 10],
    ] as const) {
      const folder = await writeMigration(module, { message, empty: true, now: at(minutes) });
      names.push(basename(folder ?? ''));
    }

    expect(names).toEqual(['20261231T2359_b', '20270101T0000_a', '20270101T0001_a', '20270101T0002_earlier']);
  });

  const read = (folder: string | undefined, file: string) => readFileSync(join(folder ?? '', file), 'utf8');
  const options = () => ({ ownerUrl: db.logins.owner, modules: [sharedModule, module] });
  const dump = () => dumpSchema(db.logins.owner, ['notes']);

  it('makes a table with its policies, forced row-level security, its trigger and its grants', async () => {
    module.schema = {
      schema,
      notes,
      notesGrants: grants(notes, {
        authenticated: { select: true, insert: ['userId', 'body'], update: ['body'] },
      }),
    };
    const folder = await write('Add notes!');
    expect(basename(folder ?? '')).toBe('20260101T0001_add_notes');
    const up = read(folder, 'up.sql');
    for (const statement of [
      'CREATE SCHEMA "notes";',
      'ALTER TABLE "notes"."notes" ENABLE ROW LEVEL SECURITY;',
      'ALTER TABLE "notes"."notes" FORCE ROW LEVEL SECURITY;',
      'CREATE TRIGGER set_updated_at BEFORE UPDATE ON "notes"."notes"',
      'GRANT USAGE ON SCHEMA "notes" TO "authenticated";',
      'GRANT SELECT, INSERT ("user_id", "body"), UPDATE ("body") ON "notes"."notes" TO "authenticated";',
    ]) {
      expect(up).toContain(statement);
    }
    expect(up).not.toContain('"users" (');

    await upgrade(options());
    await expectCleanCatalogue(db.admin, ['notes']);
    const person = await db.createUser();
    const [row] = await db.database.asUser({ userId: person.id }, (tx) =>
      tx.insert(notes).values({ userId: person.id, body: 'a' }).returning(),
    );
    expect(row).toMatchObject({ userId: person.id, body: 'a' });
  });

  it('goes up, down and up again to the same schema', async () => {
    module.schema = { schema, notes, notesGrants: grants(notes, { authenticated: { select: true } }) };
    await write('add notes');
    await upgrade(options());
    const before = await dump();
    await downgrade(options());
    expect(await dump()).toBe('');
    await upgrade(options());
    expect(await dump()).toBe(before);
  });

  it('of a changed table changes its columns, policies, trigger and grants, and back', async () => {
    module.schema = {
      schema,
      notes,
      notesGrants: grants(notes, { authenticated: { select: true, update: ['body'], delete: true } }),
    };
    await write('add notes');
    await upgrade(options());
    const before = await dump();

    module.schema = {
      schema,
      notes: finalNotes,
      notesGrants: grants(finalNotes, { authenticated: { select: true, insert: ['userId', 'body'] } }),
    };
    const folder = await write('notes are final');
    const up = read(folder, 'up.sql');
    expect(up).toContain('DROP TRIGGER set_updated_at ON "notes"."notes";');
    expect(up).toContain('REVOKE ALL ON "notes"."notes" FROM "authenticated";');
    expect(up).toContain('GRANT SELECT, INSERT ("user_id", "body") ON "notes"."notes" TO "authenticated";');
    expect(up).toContain('DROP POLICY "update_own"');
    await upgrade(options());
    const after = await dump();
    expect(after).toContain('authenticated: insert (body, user_id)');
    expect(after).not.toMatch(/update_own|delete_own|authenticated: delete|set_updated_at/);

    await downgrade(options());
    expect(await dump()).toBe(withoutColumnOrder(before, await dump()));
    await upgrade(options());
    expect(await dump()).toBe(after);
  });

  it('of changed grants alone takes the old ones back and gives the new ones', async () => {
    module.schema = {
      schema,
      notes,
      notesGrants: grants(notes, { authenticated: { select: true, update: ['body'] } }),
    };
    await write('add notes');
    module.schema = { schema, notes, notesGrants: grants(notes, { authenticated: { select: true } }) };
    const folder = await write('notes are final');
    expect(read(folder, 'up.sql').trim().split('\n')).toEqual([
      'REVOKE ALL ON "notes"."notes" FROM "authenticated";',
      'GRANT USAGE ON SCHEMA "notes" TO "authenticated";',
      'GRANT SELECT ON "notes"."notes" TO "authenticated";',
    ]);
    await upgrade(options());
    expect(await dump()).not.toContain('authenticated: update');
    await downgrade(options());
    expect(await dump()).toContain('authenticated: update (body)');
  });

  it('of a table that went away takes it away, and brings it back', async () => {
    module.schema = { schema, notes, notesGrants: grants(notes, { authenticated: { select: true } }) };
    await write('add notes');
    await upgrade(options());
    const before = await dump();
    module.schema = { schema };
    await write('no more notes');
    await upgrade(options());
    expect(await dump()).not.toContain('notes.notes');
    await downgrade(options());
    expect(await dump()).toBe(before);
  });

  it('is not written when nothing has changed, unless it is asked for empty', async () => {
    module.schema = { schema, notes };
    await write('add notes');
    expect(await write('again')).toBeUndefined();
    const folder = await write('by hand', true);
    expect(read(folder, 'up.sql')).toBe('');
    expect(await write('again')).toBeUndefined();
    await upgrade(options());
  });

  it('asks nothing where nobody can answer: a column that went may be the one that came', async () => {
    module.schema = { schema, notes };
    await write('add notes');
    module.schema = { schema, notes: rankedNotes };
    await expect(write('rank')).rejects.toThrow(
      /renamed or replaced.*Run this in a terminal, or take two migrations/,
    );
    expect(readdirSync(module.migrations)).toEqual(['20260101T0001_add_notes']);
  });

  it.each(['', '  ', '!!!'])('asks what “%s” is to change', async (message) => {
    await expect(write(message)).rejects.toThrow(/Say in a few words what changes: pnpm db migrate -m/);
  });
});

/** The dump `expected` with the columns of its table in the order of `actual`: a column that comes back stands last. */
function withoutColumnOrder(expected: string, actual: string): string {
  const columnLines = (dump: string) => dump.split('\n').filter((line) => line.startsWith('  '));
  expect(columnLines(actual).toSorted()).toEqual(columnLines(expected).toSorted());
  const inOrder = columnLines(actual).values();
  return expected.replaceAll(/^ {2}.*$/gm, () => inOrder.next().value ?? '');
}
