import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/index.ts';
import { TemporaryModule } from '../../testing/temporary-module.ts';
import { sharedModule } from '../shared-module.ts';
import { assertMigrated } from './assert-migrated.ts';
import { upgrade } from './upgrade.ts';

const revision = '20260101T0000_notes';

describe('assertMigrated', () => {
  it('accepts a database that is up to date', async () => {
    await using db = await createTestDatabase();
    await assertMigrated(db.service, db.modules);
  });

  it('names what an empty or an older database lacks, and the command', async () => {
    using notes = new TemporaryModule('notes', { [revision]: { up: '' } });
    await using empty = await createTestDatabase([], { empty: true });
    await expect(assertMigrated(empty.service, [notes])).rejects.toThrow(
      `The database is not up to date; it lacks notes/${revision}. Run "pnpm db upgrade".`,
    );
    await using older = await createTestDatabase();
    await expect(assertMigrated(older.service, [sharedModule, notes])).rejects.toThrow(
      /it lacks notes\/.* Run "pnpm db upgrade"/,
    );
    await upgrade({ ownerUrl: older.logins.owner, modules: [sharedModule, notes] });
    await assertMigrated(older.service, [sharedModule, notes]);
  });

  it('refuses a database of another checkout, and one whose migration was edited', async () => {
    using notes = new TemporaryModule('notes', { [revision]: { up: '' } });
    await using db = await createTestDatabase([notes]);
    await expect(assertMigrated(db.service, [sharedModule])).rejects.toThrow(
      /which this checkout does not know/,
    );
    notes.write(revision, '-- edited');
    await expect(assertMigrated(db.service, [sharedModule, notes])).rejects.toThrow(
      /was edited after it had been applied/,
    );
  });
});
