import { withConnection } from '../connection/with-connection.ts';
import { lintModules } from '../lint/lint-modules.ts';
import type { Command } from './commands.ts';

/** Prints each offence against the rules of the catalogue, and says whether there is one. */
export const lint: Command = async ({ ownerUrl, modules, print }, { json }) => {
  const findings = await withConnection(ownerUrl, (owner) => lintModules(owner, modules));
  if (json) print(JSON.stringify(findings, null, 2));
  else if (findings.length === 0) print('0 findings.');
  else {
    for (const { rule, object, message } of findings) print(`${rule}: ${object}\n  ${message}`);
    print(`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`);
  }
  return findings.length > 0 ? false : undefined;
};
