import type { Mutant, PolicyVerdict, Verdict } from './mutant.ts';

/** A test file and the mutants that it must notice. */
export interface Task {
  test: string;
  mutants: readonly Mutant[];
  /** Must have a server of its own, which is thrown away afterwards. */
  spoilsServer: boolean;
}

/** What the process of a bench says while it works on a task, the end last. */
export type BenchMessage = { verdict: Verdict } | { end: TaskEnd };

/** How a task ended. */
export interface TaskEnd {
  /** Of an isolation suite: the policies that it changed itself. */
  policies: PolicyVerdict[];
  /** Why mutants of the task remain untried, for example because the tests are red without any mutant. */
  problem?: string;
}

/** The mutants by test file, the longest lists first, so that parallel runs end together. */
export function tasksOf(mutants: readonly Mutant[]): Task[] {
  const groups = Map.groupBy(mutants, ({ id, test, spoilsServer }) => (spoilsServer ? id : test));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ test: first.test, mutants: group, spoilsServer: first.spoilsServer ?? false }] : [];
    })
    .sort((a, b) => b.mutants.length - a.mutants.length);
}
