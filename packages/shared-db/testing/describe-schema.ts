import { describe, expect, it } from 'vitest';
import { dumpSchema } from '../src/dump/dump-schema.ts';
import { readModuleDump, schemasOf } from '../src/dump/module-dump.ts';
import type { DatabaseModule } from '../src/migrate/database-module.ts';
import { downgrade } from '../src/migrate/downgrade.ts';
import { readMigrations } from '../src/migrate/read-migrations.ts';
import { upgrade } from '../src/migrate/upgrade.ts';
import { writeMigration } from '../src/migrate/write-migration.ts';
import { sharedModule } from '../src/shared-module.ts';
import { createTestDatabase } from './create-test-database.ts';

/**
 * Tests the migrations of an app: they make what its schema files and its committed dump say, and can be taken back.
 *
 * @example
 * describeSchema(notes);
 */
export function describeSchema(module: DatabaseModule): void {
  describe(`the schema of ${module.name}`, () => {
    it('is the one that is committed as schema.txt', async () => {
      await using db = await createTestDatabase([module]);

      expect(
        await dumpSchema(db.adminUrl, schemasOf(module)),
        'Run "pnpm db upgrade && pnpm db dump" and read the difference.',
      ).toBe(readModuleDump(module));
    });

    it('leaves everything that apps share as it is', async () => {
      await using db = await createTestDatabase([module]);

      expect(
        await dumpSchema(db.adminUrl, schemasOf(sharedModule)),
        'A migration of this app changes what all apps share. Put it into a table of the app that references public.users.',
      ).toBe(readModuleDump(sharedModule));
    });

    it('leaves nothing when it is taken down, and is the same when it is put up again', async () => {
      await using db = await createTestDatabase([module]);
      const before = await dumpSchema(db.adminUrl, schemasOf(module));
      const options = { ownerUrl: db.logins.owner, modules: db.modules };
      const taken = await downgrade(options, `-${readMigrations([module]).length}`);
      const left = await db.admin`
        select nspname from pg_namespace where nspname = any (${schemasOf(module)})`;

      expect(new Set(taken.map((migration) => migration.module))).toEqual(new Set([module.name]));
      expect(left).toEqual([]);
      await upgrade(options);
      expect(await dumpSchema(db.adminUrl, schemasOf(module))).toBe(before);
    });

    it('is all that the schema files say', async () => {
      expect(await writeMigration(module, { message: 'must not be written' })).toBeUndefined();
    });
  });
}
