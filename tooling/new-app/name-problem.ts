import { reservedNames } from './reserved-names.ts';

const shape = /^[a-z][a-z0-9]{1,30}$/;

/** Why an app cannot be called so, in a sentence that says what to do; undefined when it can. */
export function nameProblem(name: string | undefined, existing: readonly string[]): string | undefined {
  if (!name) return 'Say what the app is called: pnpm new-app diary.';
  if (!shape.test(name)) {
    return `"${name}" cannot be a name: take 2 to 31 lower-case letters and digits, a letter first, such as "diary".`;
  }
  if (reservedNames.has(name)) {
    return `"${name}" is a word that the workspace, TypeScript or PostgreSQL uses for itself. Choose another one.`;
  }
  if (existing.includes(name))
    return `There is an app or a package called ${name} already. Choose another name.`;
  return undefined;
}
