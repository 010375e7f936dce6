/** A guard taken out of the code, and where that must be noticed. */
export interface Mutant {
  /** Kebab-case, unique, as `pnpm mutants <id>` takes it. */
  id: string;
  /** What no longer holds without the guard. */
  without: string;
  /** The file that holds the guard, below the root. */
  file: string;
  /** Text of the guard as it stands there, exactly once. */
  find: string;
  replace: string;
  /** Test file that must go red, below the root. */
  test: string;
  /** It changes logins or roles, which belong to the whole server: nothing else may run on that server afterwards. */
  spoilsServer?: true;
  /** Something never ends without it, so that the test's running out of time is the proof. */
  hangs?: true;
}

/** The mutants of one part of the house. */
export interface MutantArea {
  title: string;
  mutants: readonly Mutant[];
}

/** What became of a mutant: noticed by a failed expectation, by nothing, or by something that is no proof. */
export interface Verdict {
  id: string;
  outcome: 'killed' | 'survived' | 'broken';
  /** Full name of the test that failed, or what went wrong instead. */
  by: string;
}

/** What an isolation suite did to a policy, a grant or row-level security, and the case or rule that noticed. */
export interface PolicyVerdict {
  change: string;
  killedBy?: string;
}
