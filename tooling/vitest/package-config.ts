import { fileURLToPath } from 'node:url';
import { configDefaults, type UserProjectConfigFn } from 'vitest/config';
import { maxWorkers } from './max-workers.ts';
import { allTests, serviceMode, serviceTests, unitMode } from './test-kinds.ts';

/** What tells one package's test run from another's. */
export interface PackageVitestOptions {
  /** The package's short name, as reports print it. */
  name: string;
  /** Runs once around the package's run: `@commons/shared-db/testing/global-setup` for database and browser tests. */
  globalSetup?: string;
  /** Further files to load before each test file, after the console guard. */
  setupFiles?: string[];
  /** `jsdom` for components; `node` unless said otherwise. */
  environment?: 'node' | 'jsdom';
  /** Most unit tests are of pages, whatever the environment of the others. */
  testsPages?: boolean;
}

const buildGuard = fileURLToPath(new URL('./build-guard.ts', import.meta.url));
const consoleGuard = fileURLToPath(new URL('./console-guard.ts', import.meta.url));

/**
 * The test configuration of one package or app, for its `vitest.config.ts`. It serves a run inside the package and
 * a run at the root alike.
 *
 * @example
 * export default packageVitestConfig({ name: 'chidi', globalSetup: '@commons/shared-db/testing/global-setup' });
 */
export function packageVitestConfig(options: PackageVitestOptions): UserProjectConfigFn {
  return ({ mode }) => {
    const unitOnly = mode === unitMode;
    const globalSetup = !unitOnly && options.globalSetup ? [options.globalSetup] : [];
    return {
      test: {
        name: options.name,
        environment: options.environment ?? 'node',
        // A page of its own for each file at a third of the cost; what starts a server or a browser needs Node's own globals.
        ...(unitOnly && (options.testsPages || options.environment === 'jsdom') && { pool: 'vmThreads' }),
        // They share nothing but modules, and a server with all that it imports takes a second to load: once for each worker.
        isolate: mode !== serviceMode,
        include: mode === serviceMode ? serviceTests : allTests,
        exclude: [...configDefaults.exclude, '**/dist/**', ...(unitOnly ? serviceTests : [])],
        globalSetup,
        setupFiles: [consoleGuard, buildGuard, ...(options.setupFiles ?? [])],
        allowOnly: false,
        passWithNoTests: true,
        restoreMocks: true,
        unstubEnvs: true,
        unstubGlobals: true,
        testTimeout: 60_000,
        hookTimeout: 60_000,
        maxWorkers,
      },
    };
  };
}
