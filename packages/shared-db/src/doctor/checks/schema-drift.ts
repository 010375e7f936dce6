import { dumpSchema } from '../../dump/dump-schema.ts';
import { readModuleDump, schemasOf } from '../../dump/module-dump.ts';
import { type Check, ok, wrong } from '../check.ts';

/** Tables, policies, functions and grants are the committed ones. */
export const schemaDrift: Check = {
  name: 'schema',
  run: async ({ ownerUrl, modules }) => {
    const drifted: string[] = [];
    for (const module of modules) {
      const committed = readModuleDump(module).split('\n');
      const live = (await dumpSchema(ownerUrl, schemasOf(module))).split('\n');
      const known = new Set(committed);
      const line = live.find((one) => !known.has(one)) ?? committed.find((one) => !live.includes(one));
      if (line !== undefined) drifted.push(`${module.name} (first: ${line.trim()})`);
    }
    if (drifted.length === 0) return ok('is what schema.txt of each module says');
    return wrong(
      `differs from schema.txt of ${drifted.join('; ')}`,
      'Somebody changed the database by hand, or a dump was not committed. Undo the change, or write it as a migration and run "pnpm db dump".',
    );
  },
};
