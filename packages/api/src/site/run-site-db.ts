import { sharedModule } from '@commons/shared-db';
import { readDatabaseSettings, runDatabaseCli } from '@commons/shared-db/cli';
import { readSiteEnvironment } from './env.ts';
import type { Site } from './run-site.ts';
import { seedDemo } from './seed-demo.ts';

/** Runs one `pnpm db` command for the apps of a site and sets the exit code of the process. */
export async function runSiteDb({
  apps,
  projectFolder,
}: Pick<Site, 'apps' | 'projectFolder'>): Promise<void> {
  process.exitCode = await runDatabaseCli(process.argv.slice(2), {
    modules: [sharedModule, ...apps],
    settings: readDatabaseSettings(),
    dataFolder: readSiteEnvironment(projectFolder).dataFolder,
    seed: (logins) => seedDemo(apps, logins),
    print: (line) => process.stdout.write(`${line}\n`),
  });
}
