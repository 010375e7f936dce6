import type { Sql } from 'postgres';
import { expect } from 'vitest';
import { type CatalogueException, lintCatalogue } from '../src/lint/lint-catalogue.ts';

/**
 * Fails unless the schemas obey every rule of the catalogue.
 *
 * @param exceptions offences that are meant, each with its reason
 * @example
 * await expectCleanCatalogue(db.admin, ['notes']);
 */
export async function expectCleanCatalogue(
  admin: Sql,
  schemas: readonly string[],
  exceptions: readonly CatalogueException[] = [],
): Promise<void> {
  expect(await lintCatalogue(admin, schemas, exceptions)).toEqual([]);
}
