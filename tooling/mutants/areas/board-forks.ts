import type { MutantArea } from '../mutant.ts';

const tables = 'apps/boardofone/db/migrations/20261122T0128_what_if/up.sql';
const forks = 'apps/boardofone/server/forks/';
const test = `${forks}forks.db.test.ts`;

export const boardForks: MutantArea = {
  title: 'What-ifs of Board of One',
  mutants: [
    {
      id: 'fork-running',
      without: 'a what-if begins from a session that still runs',
      file: `${forks}create.ts`,
      find: '!isOver(parent.status)',
      replace: 'false',
      test,
    },
    {
      id: 'fork-admitted',
      without: 'a what-if is no session of the month, and needs no consent',
      file: `${forks}create.ts`,
      find: '    await admitSession(tx, ctx, standing, { seatsWanted: seats.length, capUsd: terms.capUsd });\n',
      replace: '',
      test,
    },
    {
      id: 'fork-open-round',
      without: 'a round is taken over that has not ended',
      file: `${forks}fork-point.ts`,
      find: 'round > 0 && !ended',
      replace: 'false',
      test,
    },
    {
      id: 'fork-when-it-was',
      without: 'what is taken over has happened when it was copied',
      file: `${forks}fork-point.ts`,
      find: 'const event = { type, data, at } as PastEvent;',
      replace: 'const event = { type, data, at: new Date() } as PastEvent;',
      test,
    },
    {
      id: 'fork-paid-again',
      without: 'what is taken over costs once more',
      file: `${forks}copy-rows.ts`,
      find: "        cost: '0',\n        tokens: 0,\n",
      replace: '',
      test,
    },
    {
      id: 'fork-two-changes',
      without: 'a what-if lacks what its next round would have heard',
      file: `${forks}copy-rows.ts`,
      find: 'lte(ownerFacts.roundNumber, round + 1)',
      replace: 'lte(ownerFacts.roundNumber, round)',
      test,
    },
    {
      id: 'fork-blind-vote',
      without: 'the comparison shows votes while others still vote',
      file: `${forks}compare.ts`,
      find: 'outcome ? cast : []',
      replace: 'cast',
      test,
    },
    {
      id: 'fork-parent-kept',
      without: 'deleting what a what-if begins from fails without words',
      file: 'apps/boardofone/server/sessions/remove.ts',
      find: 'if (fork) {',
      replace: 'if (false) {',
      test,
    },
    {
      id: 'fork-person-leaves',
      without: 'nobody who has held a session can delete their account',
      file: tables,
      find: "tg_op = 'DELETE' and pg_catalog.pg_trigger_depth() > 1",
      replace: 'false',
      test,
    },
  ],
};
