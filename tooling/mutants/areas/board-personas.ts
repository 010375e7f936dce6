import type { MutantArea } from '../mutant.ts';

const personas = 'apps/boardofone/personas/';
const seed = 'apps/boardofone/db/seed/';

export const boardPersonas: MutantArea = {
  title: 'The personas of Board of One',
  mutants: [
    {
      id: 'persona-no-sceptic',
      without: 'a panel has one who opposes',
      file: `${personas}choose-panel.ts`,
      find: 'if (sceptics === 0 && panel.length === size - 1)',
      replace: 'if (sceptics < 0)',
      test: `${personas}choose-panel.test.ts`,
    },
    {
      id: 'persona-sceptic-weighs-more',
      without: 'the heavier seat is never a sceptic',
      file: `${personas}choose-panel.ts`,
      find: `.filter(({ adversarial }) => !adversarial)
    .map(`,
      replace: '.map(',
      test: `${personas}choose-panel.test.ts`,
    },
    {
      id: 'persona-order-decides',
      without: 'a panel does not depend on the order of the catalogue',
      file: `${personas}choose-panel.ts`,
      find: 'seededChance(seed, persona.code) / 4',
      replace: 'candidates.indexOf(persona) / 180',
      test: `${personas}choose-panel.test.ts`,
    },
    {
      id: 'persona-reworded',
      without: 'a version of a persona means the same for ever',
      file: `${seed}seed-personas.ts`,
      find: 'if (reworded.length === 0) return;',
      replace: 'return;',
      test: `${seed}seed-personas.db.test.ts`,
    },
    {
      id: 'persona-twice',
      without: 'the catalogue can be loaded again',
      file: `${seed}seed-personas.ts`,
      find: 'await tx.insert(personas).values(current).onConflictDoNothing();',
      replace: 'await tx.insert(personas).values(current);',
      test: `${seed}seed-personas.db.test.ts`,
    },
    {
      id: 'persona-retired-listed',
      without: 'the catalogue leaves out who has been retired',
      file: 'apps/boardofone/server/personas/list.ts',
      find: '.where(isNull(personas.retiredAt))',
      replace: '',
      test: 'apps/boardofone/server/personas/personas.db.test.ts',
    },
  ],
};
