import { parseArgs } from 'node:util';

/** What a process of a site is for: `web` serves, `worker` does jobs, `all` does both. */
export type Role = 'web' | 'worker' | 'all';

const roles: readonly string[] = ['web', 'worker', 'all'] satisfies Role[];

/** The role of this process, and whether somebody has said so: then it may stand beside others on the same data. */
export interface ChosenRole {
  role: Role;
  isChosen: boolean;
}

/**
 * Reads the role from `--role`, or from `COMMONS_ROLE` where the command line does not say.
 *
 * @throws naming what is wrong
 */
export function readRole(argv: readonly string[], fromEnvironment: string | undefined): ChosenRole {
  const { values } = parseArgs({
    // pnpm hands on a "--" as well, when somebody writes one.
    args: argv.filter((word) => word !== '--'),
    options: { role: { type: 'string' } },
  });
  const role = values.role ?? (fromEnvironment || undefined);
  if (role === undefined) return { role: 'all', isChosen: false };
  if (!isRole(role)) {
    const where = values.role === undefined ? 'COMMONS_ROLE' : '--role';
    throw new Error(`${where} must be one of web, worker, all.`);
  }
  return { role, isChosen: true };
}

const isRole = (text: string): text is Role => roles.includes(text);
