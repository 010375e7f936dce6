import type { MutantArea } from '../mutant.ts';

export const migrations: MutantArea = {
  title: 'Migrations',
  mutants: [
    {
      id: 'worker-begins-locked',
      without: 'no worker starts while the service is locked',
      file: 'packages/shared-db/src/jobs/open-job-queue.ts',
      find: "if (!isReadOnlyError(error) || !text.includes('create_queue(')) throw error;",
      replace: 'throw error;',
      test: 'packages/shared-db/src/jobs/open-job-queue.db.test.ts',
    },
    {
      id: 'worker-appointments',
      without: 'what recurs is forgotten by a worker that started while the service was locked',
      file: 'packages/shared-db/src/jobs/open-job-queue.ts',
      find: 'later.push(() => schedule(queue));',
      replace: '',
      test: 'packages/shared-db/src/jobs/open-job-queue.db.test.ts',
    },
    {
      id: 'migration-edited',
      without: 'an edited migration goes unnoticed',
      file: 'packages/shared-db/src/migrate/compare-ledger.ts',
      find: 'migration.checksum !== entry.checksum',
      replace: 'false',
      test: 'packages/shared-db/src/migrate/upgrade.db.test.ts',
    },
    {
      id: 'migration-unknown',
      without: 'a database of another version is migrated',
      file: 'packages/shared-db/src/migrate/compare-ledger.ts',
      find: 'if (!migration) {',
      replace: 'if (!migration) { continue;',
      test: 'packages/shared-db/src/migrate/upgrade.db.test.ts',
    },
    {
      id: 'migration-checksum-down',
      without: 'an edited way back goes unnoticed',
      file: 'packages/shared-db/src/migrate/read-migrations.ts',
      find: ".update('\\0').update(down)",
      replace: '',
      test: 'packages/shared-db/src/migrate/read-migrations.test.ts',
    },
    {
      id: 'migration-names',
      without: 'a folder of any name is a migration',
      file: 'packages/shared-db/src/migrate/read-migrations.ts',
      find: '!revisionPattern.test(revision)',
      replace: 'false',
      test: 'packages/shared-db/src/migrate/read-migrations.test.ts',
    },
    {
      id: 'migration-lock',
      without: 'two processes migrate at once',
      file: 'packages/shared-db/src/migrate/with-migration-lock.ts',
      find: 'if (!row?.taken) throw busy();',
      replace: '',
      test: 'packages/shared-db/src/migrate/upgrade.db.test.ts',
    },
    {
      id: 'migration-lock-wait',
      without: 'two processes that may wait migrate at once',
      file: 'packages/shared-db/src/migrate/with-migration-lock.ts',
      find: `await owner\`select pg_advisory_lock(\${lockKey})\`.catch(() => {
      throw busy();
    });`,
      replace: '',
      test: 'packages/shared-db/src/migrate/upgrade.db.test.ts',
    },
    {
      id: 'migration-whole',
      without: 'half a migration stays when it fails',
      file: 'packages/shared-db/src/migrate/upgrade.ts',
      find: "    await wholeTransaction(owner, loss, 'read write', async (transaction) => {",
      replace: `    for (const one of statements.split(';')) await owner.unsafe(one);
    await wholeTransaction(owner, loss, 'read write', async (transaction) => {
      statements = '';`,
      test: 'packages/shared-db/src/migrate/upgrade.db.test.ts',
    },
    {
      id: 'migration-table-forced',
      without: 'a new table is open to its owner',
      file: 'packages/shared-db/src/migrate/schema-snapshot.ts',
      find: 'FORCE ROW LEVEL SECURITY',
      replace: 'ENABLE ROW LEVEL SECURITY',
      test: 'packages/shared-db/src/migrate/write-migration.db.test.ts',
    },
    {
      id: 'assert-migrated',
      without: 'a server runs on a database that lacks migrations',
      file: 'packages/shared-db/src/migrate/assert-migrated.ts',
      find: 'pending.length > 0',
      replace: 'false',
      test: 'packages/shared-db/src/migrate/assert-migrated.db.test.ts',
    },
  ],
};
