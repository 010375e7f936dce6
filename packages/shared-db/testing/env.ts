import { readDatabaseSettings } from '../src/connection/env.ts';

/** A PostgreSQL to test against, when it is not to be the embedded one. */
export interface ExternalServer {
  adminUrl: string;
  /** Where the pooler in front of it listens. */
  pooler: string | undefined;
}

/** The server that DATABASE_URL and DATABASE_POOLER name. */
export function externalTestServer(): ExternalServer | undefined {
  const { DATABASE_URL, DATABASE_POOLER } = process.env;
  const settings = readDatabaseSettings({ DATABASE_URL, DATABASE_POOLER });
  return settings.kind === 'administered'
    ? { adminUrl: settings.adminUrl, pooler: settings.pooler }
    : undefined;
}
