import type { Database } from '../context/open-database.ts';
import type { ServiceDatabase } from '../service/open-service-database.ts';

/** What a seed works with: the same two ways into the database as everything else. */
export interface SeedContext {
  database: Database;
  service: ServiceDatabase;
  /** Ids of the demonstration accounts by e-mail address. */
  demoUsers: ReadonlyMap<string, string>;
}
