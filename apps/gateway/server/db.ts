import { sharedModule } from '@commons/shared-db';
import { readDatabaseSettings, runDatabaseCli } from '@commons/shared-db/cli';
import { apps } from './apps.ts';
import { dataFolder } from './env.ts';
import { seedDemo } from './seed.ts';

process.exitCode = await runDatabaseCli(process.argv.slice(2), {
  modules: [sharedModule, ...apps],
  settings: readDatabaseSettings(),
  dataFolder,
  seed: (logins) => seedDemo(apps, logins),
  print: (line) => process.stdout.write(`${line}\n`),
});
