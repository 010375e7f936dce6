export { removeClusterHome } from '../src/embedded/cluster-home.ts';
export { type CatalogueException, lintCatalogue } from '../src/lint/lint-catalogue.ts';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './create-test-database.ts';
export { describeSchema } from './describe-schema.ts';
export { expectCleanCatalogue } from './expect-clean-catalogue.ts';
export type { TestServer } from './global-setup.ts';
export * from './isolation/index.ts';
export { tablesNaming } from './tables-naming.ts';
