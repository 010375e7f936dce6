import { type Actor, actorNames, actors, type Command, commands } from './actors.ts';
import { completeRights, type Outcome, type TableExpectation } from './table-expectation.ts';

/** One thing that somebody tries on a table, and what must come of it. */
export interface IsolationCase {
  /** `take` is to set the owner column; `give` is to hand the row to a stranger, were the owner column granted. */
  attempt: Command | 'take' | 'give';
  actor: Actor;
  expected: Outcome;
  /** The stranger's row must be out of reach, too. */
  sparesBystander: boolean;
  title: string;
}

const verbs: Record<Command, string> = {
  select: 'select the owner’s row',
  insert: 'insert a row of the owner’s',
  update: 'update the owner’s row',
  delete: 'delete the owner’s row',
};

const results: Record<Outcome, string> = { 0: 'reaches no row', 1: 'succeeds', denied: 'is denied' };

/** Every case of one table. */
export function isolationCases(expectation: TableExpectation): IsolationCase[] {
  const rights = completeRights(expectation);
  const usual = commands.flatMap((command) =>
    actors.map((actor): IsolationCase => {
      const expected = rights[actor][command];
      // To the owner the stranger's row is a stranger's row; whoever reaches nothing must not reach that one either.
      const sparesBystander =
        actor === 'owner' ? rights.stranger[command] !== 1 : actor !== 'stranger' && expected !== 1;
      const title = `${actorNames[actor]} who tries to ${verbs[command]} ${results[expected]}`;
      return { attempt: command, actor, expected, sparesBystander, title };
    }),
  );
  if (expectation.ownerColumn === null) return usual;
  const takes = actors.filter(hasNoGrantOfItsOwn).map(
    (actor): IsolationCase => ({
      attempt: 'take',
      actor,
      expected: 'denied',
      sparesBystander: true,
      title: `${actorNames[actor]} who tries to set whose row it is is denied`,
    }),
  );
  return [...usual, ...takes, ...(rights.owner.update === 1 ? [giveAway] : [])];
}

// The login that migrates owns the table, so that no grant binds it; policies do.
const hasNoGrantOfItsOwn = (actor: Actor) => actor !== 'migrator' && actor !== 'definer';

const giveAway: IsolationCase = {
  attempt: 'give',
  actor: 'owner',
  expected: 'denied',
  sparesBystander: true,
  title: 'the owner who tries to give the row away is denied even if a grant covered the column',
};
