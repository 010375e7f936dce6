import { createRepository, type Repository } from '../repository/repository.ts';

const manifests = {
  'packages/api/package.json': {
    name: '@commons/api',
    exports: {
      '.': './src/index.ts',
      './server': './src/server/index.ts',
      './testing': './testing/index.ts',
    },
  },
  'packages/shared-db/package.json': {
    name: '@commons/shared-db',
    exports: {
      '.': './src/index.ts',
      './service': './src/service/index.ts',
      './testing': './testing/index.ts',
    },
  },
  'packages/ui/package.json': {
    name: '@commons/ui',
    exports: { '.': './src/index.ts', './styles.css': './src/styles.css' },
  },
  'apps/gateway/package.json': { name: '@commons/gateway' },
  'apps/chidi/package.json': { name: '@commons/chidi', exports: { '.': './app.ts' } },
  'apps/grace/package.json': { name: '@commons/grace', exports: { '.': './app.ts' } },
  'tooling/package.json': { name: '@commons/tooling', exports: { './browser': './browser/index.ts' } },
};

/** A small workspace in memory with these files in it. */
export function repositoryOf(files: Record<string, string>): Repository {
  const all: Record<string, string> = { ...files };
  for (const [path, manifest] of Object.entries(manifests)) all[path] ??= JSON.stringify(manifest);
  return createRepository(Object.keys(all).sort(), (path) => all[path] ?? '');
}
