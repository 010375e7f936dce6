import type { Check, Finding } from '../repository/finding.ts';
import type { Repository } from '../repository/repository.ts';
import type { Step } from './step.ts';

/** A step that passes when the check finds nothing. */
export function checkStep(name: string, check: Check, repository: () => Repository): Step {
  return {
    name,
    async run() {
      const findings = check(repository());
      const output = findings.map(describe).join('\n');
      return findings.length === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
    },
  };
}

function describe({ path, line, message }: Finding): string {
  return `${path}${line === undefined ? '' : `:${line}`}  ${message}`;
}
