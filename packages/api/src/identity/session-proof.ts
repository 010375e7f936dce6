import { AppError } from '../errors/app-error.ts';
import { databaseFailure } from '../errors/database-error.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './session-store.ts';

/** SQLSTATE of `app.open_session()` for a session that does not stand. */
const sessionEnded = 'CM401';

/**
 * Whether a request's session has been seen to stand since the request came. Who it belongs to may be known from memory, so nothing is
 * handed out before this is given: by the first database context, which asks in its own round trip, or by asking for it alone.
 */
export class SessionProof {
  readonly session: Session;
  /** Paths of the app's procedures that have been seen to open a context of their own. */
  readonly selfProving: Set<string>;
  readonly #token: string;
  readonly #sessions: SessionStore;
  #isGiven: boolean;

  constructor(options: {
    sessions: SessionStore;
    token: string;
    session: Session;
    /** Whether the session was read for this very request. */
    isGiven: boolean;
    selfProving: Set<string>;
  }) {
    this.#sessions = options.sessions;
    this.#token = options.token;
    this.session = options.session;
    this.#isGiven = options.isGiven;
    this.selfProving = options.selfProving;
  }

  get isGiven(): boolean {
    return this.#isGiven;
  }

  /** The session that a database context has to prove; undefined once it is proved. */
  get owed(): string | undefined {
    return this.#isGiven ? undefined : this.session.id;
  }

  /** Looks at how a database context went that had to prove the session. */
  async learnFrom<T>(context: Promise<T>): Promise<T> {
    try {
      const result = await context;
      this.#isGiven = true;
      return result;
    } catch (error) {
      if (databaseFailure(error)?.code === sessionEnded) this.#sessions.forget(this.#token);
      throw error;
    }
  }

  /** Whether the session stands, now unless that is known already. */
  async ask(): Promise<boolean> {
    this.#isGiven ||= await this.#sessions.prove(this.#token, this.session);
    return this.#isGiven;
  }

  /**
   * Settles when the session is known to stand.
   * @throws UNAUTHENTICATED when it does not
   */
  async demand(): Promise<void> {
    if (!(await this.ask())) throw new AppError('UNAUTHENTICATED');
  }
}
