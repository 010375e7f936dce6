/** What can be tried on a row. */
export type Command = 'select' | 'insert' | 'update' | 'delete';

/** Every command, in the order in which tests run. */
export const commands: readonly Command[] = ['select', 'insert', 'update', 'delete'];

/**
 * Who tries it: the person the row belongs to, another signed-in person, a visitor without a session, the request role with no
 * person behind it (a lost setting), the bare app login with no context at all, the service login, the login that migrates,
 * which owns the tables and is bound only because row-level security is forced, and a function that runs with that login's
 * rights in the owner's context.
 */
export type Actor =
  | 'owner'
  | 'stranger'
  | 'anonymous'
  | 'nobody'
  | 'noContext'
  | 'service'
  | 'migrator'
  | 'definer';

/** Every actor, in the order in which tests run. */
export const actors: readonly Actor[] = [
  'owner',
  'stranger',
  'anonymous',
  'nobody',
  'noContext',
  'service',
  'migrator',
  'definer',
];

/** How the name of a test calls an actor. */
export const actorNames: Readonly<Record<Actor, string>> = {
  owner: 'the owner',
  stranger: 'a stranger',
  anonymous: 'an anonymous visitor',
  nobody: 'the request role without a person',
  noContext: 'the app login without a context',
  service: 'the service login',
  migrator: 'the login that migrates',
  definer: 'a function of that login in the owner’s context',
};
