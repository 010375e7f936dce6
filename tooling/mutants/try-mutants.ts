import { BenchClient } from './bench-client.ts';
import type { Mutant, PolicyVerdict, Verdict } from './mutant.ts';
import { type Task, tasksOf } from './task.ts';

/** Everything that a run found out. */
export interface MutantReport {
  verdicts: Map<string, Verdict>;
  /** Policies by the isolation suite that changed them. */
  policies: Map<string, PolicyVerdict[]>;
}

const benches = 2;

/** Tries every mutant in copies of the workspace, several at once; `suites` are isolation suites, which bring their own. */
export async function tryMutants(
  root: string,
  mutants: readonly Mutant[],
  suites: readonly string[],
  onVerdict: (verdict: Verdict) => void,
): Promise<MutantReport> {
  const report: MutantReport = { verdicts: new Map(), policies: new Map() };
  const note = (verdict: Verdict) => {
    report.verdicts.set(verdict.id, verdict);
    onVerdict(verdict);
  };
  const tasks = [
    ...suites.map((test): Task => ({ test, mutants: [], spoilsServer: false })),
    ...tasksOf(mutants),
  ];
  const work = async () => {
    await using bench = await BenchClient.open(root);
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      const { policies, problem = 'It was not tried.' } = await bench.run(task, note);
      const untried = task.mutants.filter(({ id }) => !report.verdicts.has(id));
      for (const { id } of untried) note({ id, outcome: 'broken', by: problem });
      if (!suites.includes(task.test)) continue;
      report.policies.set(task.test, policies.length > 0 ? policies : [{ change: problem }]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(benches, tasks.length) }, work));
  return report;
}
