import { describe, expect, it } from 'vitest';
import { audit, auditFor } from '../src/audit.ts';
import { dumpSchema } from '../src/dump/dump-schema.ts';
import { readModuleDump, schemasOf } from '../src/dump/module-dump.ts';
import { downgrade } from '../src/migrate/downgrade.ts';
import { upgrade } from '../src/migrate/upgrade.ts';
import { writeMigration } from '../src/migrate/write-migration.ts';
import { authUsers } from '../src/service/index.ts';
import { sharedModule } from '../src/shared-module.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';

const dumpOf = (db: TestDatabase) => dumpSchema(db.adminUrl, schemasOf(sharedModule));

describe('the shared schema', () => {
  it('is the one that is committed as db/schema.txt', async () => {
    await using db = await createTestDatabase();
    expect(await dumpOf(db), 'Run "pnpm db upgrade && pnpm db dump" and read the difference.').toBe(
      readModuleDump(sharedModule),
    );
  });

  it('is the same after it was taken down with data in it and put up again', async () => {
    await using db = await createTestDatabase();
    const before = await dumpOf(db);
    const { id } = await db.createUser();
    await db.database.asUser({ userId: id }, (tx) =>
      audit(tx, { action: 'note_created', resourceType: 'note' }),
    );
    await db.service.asService('test', async (tx) => {
      await auditFor(tx, undefined, { action: 'cleaned_up', resourceType: 'session' });
      await tx.update(authUsers).set({ emailVerified: true });
    });
    const options = { ownerUrl: db.logins.owner, modules: [sharedModule] };
    await downgrade(options, 'base');
    const left =
      await db.admin`select relname from pg_class where relnamespace in ('public'::regnamespace, 'app'::regnamespace) and relkind in ('r', 'v')`;
    expect(left).toEqual([{ relname: 'migrations' }]);
    expect(await db.admin`select proname from pg_proc where pronamespace = 'app'::regnamespace`).toEqual([]);
    await upgrade(options);
    expect(await dumpOf(db)).toBe(before);
    await db.createUser();
  });

  it('is all that the schema files say', async () => {
    expect(await writeMigration(sharedModule, { message: 'must not be written' })).toBeUndefined();
  });
});
