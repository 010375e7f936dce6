import { resolve } from 'node:path';
import type { ModelEnvironment } from '@commons/ai';

/** What decides how a whole site is run, besides its server, its database and its model. */
export interface SiteEnvironment {
  /** Folder of everything that outlives a restart: the embedded database, generated passwords and secrets. */
  dataFolder: string;
  /** Whether demonstration data is added and its logins are shown. */
  demo: boolean;
  /** The variables that choose the language model. */
  model: ModelEnvironment;
}

/** Reads COMMONS_DATA and DEMO; `projectFolder` is where `.data` is by default. Production never gets demonstration data. */
export function readSiteEnvironment(
  projectFolder: string,
  source: Readonly<Record<string, string | undefined>> = process.env,
): SiteEnvironment {
  return {
    dataFolder: resolve(projectFolder, source.COMMONS_DATA || '.data'),
    demo: source.NODE_ENV !== 'production' && source.DEMO !== 'off',
    model: source,
  };
}
