import type { MutantArea } from '../mutant.ts';

const folder = 'packages/shared-db/src/backup/';

export const backups: MutantArea = {
  title: 'Backup and restore',
  mutants: [
    {
      id: 'backup-private',
      without: 'everybody on the machine reads a backup',
      file: `${folder}write-whole.ts`,
      find: 'mode: 0o600, ',
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'backup-overwrites',
      without: 'a backup takes the place of another file',
      file: `${folder}write-whole.ts`,
      find: `  if (existsSync(file)) throw new BackupError(\`\${file} exists already. Name another file.\`);
`,
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'backup-part',
      without: 'a backup that was broken off looks like a whole one',
      file: `${folder}write-whole.ts`,
      find: 'const part = `${file}.part`;',
      replace: 'const part = file;',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'backup-part-goes',
      without: 'the part of a backup that failed stays on the disk',
      file: `${folder}write-whole.ts`,
      find: `    await rm(part, { force: true });
`,
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'backup-one-moment',
      without: 'a backup mixes what was before with what was after',
      file: `${folder}back-up.ts`,
      find: 'isolation level repeatable read read only',
      replace: 'isolation level read committed read only',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'backup-role',
      without: 'a backup by a role that policies bind is silently empty',
      file: `${folder}become-backup-role.ts`,
      find: 'if (!role?.ready)',
      replace: 'if (!role)',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'backup-digest',
      without: 'a damaged backup is restored',
      file: `${folder}read-backup.ts`,
      find: "footer.sha256 !== hash.digest('hex') || ",
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'backup-newer',
      without: 'a backup of a newer tool is taken for no backup at all',
      file: `${folder}parse-header.ts`,
      find: 'known.success && known.data.version > backupVersion',
      replace: 'false',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'restore-empty',
      without: 'a backup is poured over a database in use',
      file: `${folder}restore.ts`,
      find: `    await refuseFull(owner);
`,
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'restore-known',
      without: 'a backup of unknown or edited migrations is restored with others',
      file: `${folder}restore.ts`,
      find: `  pendingMigrations(onDisk, header.migrations, 'The backup');
`,
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'restore-shape',
      without: 'rows are put into tables of another shape',
      file: `${folder}restore.ts`,
      find: `      await refuseMisfit(transaction, header);
`,
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'restore-sequences',
      without: 'numbers are given a second time after a restore',
      file: `${folder}restore.ts`,
      find: 'setval(${name}::regclass, ${lastValue}::bigint)',
      replace: '${name}::regclass, ${lastValue}::bigint',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'restore-guards-back',
      without: 'a restored database has neither forced policies nor foreign keys',
      file: `${folder}without-guards.ts`,
      find: `  for (const { up } of guards.toReversed()) await transaction.unsafe(up);
`,
      replace: '',
      test: `${folder}restore.db.test.ts`,
    },
    {
      id: 'restore-keys-checked',
      without: 'rows that contradict each other are restored',
      file: `${folder}without-guards.ts`,
      find: 'guards.toReversed()',
      replace: 'guards',
      test: `${folder}restore.db.test.ts`,
    },
  ],
};
