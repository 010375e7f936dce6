import type { Profile } from '../client.ts';

type Rights = Profile['rights'];

const levels: readonly Rights['level'][] = ['view', 'log', 'manage'];

/** Whether the grant has the scope and reaches the level; the server decides in the end. */
export function may(
  { rights }: Pick<Profile, 'rights'>,
  scope: Rights['scopes'][number],
  level: Rights['level'],
): boolean {
  return rights.scopes.includes(scope) && levels.indexOf(rights.level) >= levels.indexOf(level);
}
