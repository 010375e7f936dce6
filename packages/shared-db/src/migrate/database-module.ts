import type { CatalogueException } from '../lint/lint-catalogue.ts';
import type { SeedContext } from './seed-context.ts';

/** What one package or app brings to the database: shared-db itself first, then each installed app. */
export interface DatabaseModule {
  /** Also the name of the PostgreSQL schema, except for shared-db. */
  name: string;
  /** Everything the schema files export: tables, schemas and grants. */
  schema: Record<string, unknown>;
  /** Folder of migrations, `<yyyymmddThhmm>_<name>/{up.sql,down.sql,snapshot.json}`. */
  migrations: URL;
  /** Offences against the rules of the catalogue that are meant, each with its reason. */
  lintExceptions?: readonly CatalogueException[];
  /** Fills an empty database with demonstration data; called again it changes nothing. */
  seed?: (context: SeedContext) => Promise<void>;
}
