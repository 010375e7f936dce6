import { withConnection } from '../connection/with-connection.ts';
import { checks } from '../doctor/checks/index.ts';
import type { Command } from './commands.ts';

const words = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' };

/** Looks at everything that can be wrong with a database of Commons, one line each, and says what to do about what is. */
export const doctor: Command = async ({ provided, ownerUrl, modules, dataFolder, print }) => {
  const count = await withConnection(ownerUrl, async (owner) => {
    let found = 0;
    for (const check of checks) {
      const { state, text, remedy } = await check.run({ owner, provided, ownerUrl, modules, dataFolder });
      print(
        `${words[state]}  ${check.name}: ${text}${remedy ? `${text.endsWith('.') ? '' : '.'} ${remedy}` : ''}`,
      );
      if (state === 'wrong') found += 1;
    }
    return found;
  });
  print(count === 0 ? 'Nothing is wrong.' : `${count} ${count === 1 ? 'thing is' : 'things are'} wrong.`);
  return count > 0 ? false : undefined;
};
