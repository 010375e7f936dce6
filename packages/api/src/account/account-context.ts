import type { Caller, Database } from '@commons/shared-db';
import type { ServiceDatabase } from '@commons/shared-db/service';
import type { CurrentSession } from '../identity/current-session.ts';
import type { Mailer } from '../identity/mailer.ts';
import type { SessionStore } from '../identity/session-store.ts';

/** What the verbs of the account work with, whoever's account it is. */
export interface AccountServices {
  database: Database;
  service: ServiceDatabase;
  sessions: SessionStore;
  mailer: Mailer;
  now: () => Date;
  /** Names of the apps, which are those of their schemas as well. */
  apps: readonly string[];
}

/** Somebody at their own account. */
export interface AccountContext extends AccountServices {
  session: CurrentSession;
  /** Whose audit log gets the rows, and about which request. */
  caller: Caller;
}
