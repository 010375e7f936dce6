import { resolve } from 'node:path';
import type { ModelEnvironment } from '@commons/ai';
import { type ChosenRole, readRole } from './read-role.ts';

/** What decides how a whole site is run, besides its server, its database and its model. */
export interface SiteEnvironment {
  /** Folder of everything that outlives a restart: the embedded database, generated passwords and secrets. */
  dataFolder: string;
  /** Whether demonstration data is added and its logins are shown. */
  demo: boolean;
  /** What this process is for. */
  role: ChosenRole;
  /** The variables that choose the language model. */
  model: ModelEnvironment;
}

/**
 * Reads COMMONS_DATA, DEMO and the role; `projectFolder` is where `.data` is by default. Production never gets demonstration data.
 *
 * @param argv the words after the program's name
 * @throws naming a role that there is not
 */
export function readSiteEnvironment(
  projectFolder: string,
  source: Readonly<Record<string, string | undefined>> = process.env,
  argv: readonly string[] = [],
): SiteEnvironment {
  return {
    dataFolder: resolve(projectFolder, source.COMMONS_DATA || '.data'),
    demo: source.NODE_ENV !== 'production' && source.DEMO !== 'off',
    role: readRole(argv, source.COMMONS_ROLE),
    model: source,
  };
}
