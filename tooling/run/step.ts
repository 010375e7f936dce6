/** What a step of a run found: how many of its parts passed and failed, and what to show when any did. */
export interface StepOutcome {
  passed: number;
  failed: number;
  output: string;
  /** Shown beside the name, for a step that had nothing to do. */
  note?: string;
}

/** One line of a run's report. */
export interface Step {
  name: string;
  run(): Promise<StepOutcome>;
}
