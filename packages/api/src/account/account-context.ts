import type { Caller } from '@commons/shared-db';
import type { ServiceDatabase } from '@commons/shared-db/service';
import type { CurrentSession } from '../identity/current-session.ts';
import type { SessionStore } from '../identity/session-store.ts';

/** Somebody at their own account, and what the verbs here work with. */
export interface AccountContext {
  service: ServiceDatabase;
  sessions: SessionStore;
  session: CurrentSession;
  /** Whose audit log gets the rows, and about which request. */
  caller: Caller;
}
