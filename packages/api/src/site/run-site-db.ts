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
  const print = (line: string) => process.stdout.write(`${line}\n`);
  try {
    process.exitCode = await runDatabaseCli(process.argv.slice(2), {
      modules: [sharedModule, ...apps],
      settings: readDatabaseSettings(),
      dataFolder: readSiteEnvironment(projectFolder).dataFolder,
      seed: (logins) => seedDemo(apps, logins),
      print,
    });
  } catch (error) {
    // Only a wrong environment gets here, and its message says which variable.
    print(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
