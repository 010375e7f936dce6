import type { ClusterHome } from './cluster-home.ts';

/** How the programs of PostgreSQL are run: as their own user, in their own folder, in a known language. */
export const spawnOptions = (home: ClusterHome) => ({
  ...home.runAs,
  cwd: home.folder,
  env: { LC_ALL: 'C', TZ: 'UTC' },
});
