import { lintModules } from '../../lint/lint-modules.ts';
import { type Check, ok, wrong } from '../check.ts';

/** Roles, policies and rights obey the rules of the catalogue. */
export const rules: Check = {
  name: 'rules',
  run: async ({ owner, modules }) => {
    const findings = await lintModules(owner, modules);
    if (findings.length === 0) return ok('the lint finds nothing');
    const [first] = findings;
    return wrong(
      `the lint finds ${findings.length}, first ${first?.rule}: ${first?.object}`,
      '"pnpm db lint" lists them with what to do.',
    );
  },
};
