import type { MutantArea } from '../mutant.ts';

const views = 'apps/boardofone/db/migrations/20261121T2358_what_calls_cost_by_day_and_persona/up.sql';
const inCosts = 'apps/boardofone/server/costs/costs.db.test.ts';

export const boardCosts: MutantArea = {
  title: 'What Board of One costs',
  mutants: [
    {
      id: 'costs-view-invoker',
      without: 'the view of costs has the rights of its owner',
      file: views,
      find: ' WITH (security_invoker = true)',
      replace: '',
      test: 'apps/boardofone/db/isolation.db.test.ts',
    },
    {
      id: 'costs-failed-calls',
      without: 'what a failed call has cost is left out of the sum',
      file: views,
      find: "where call.status in ('settled', 'failed') or call.cost > 0",
      replace: "where call.status = 'settled'",
      test: inCosts,
    },
    {
      id: 'costs-own-days',
      without: 'days begin when those of UTC do',
      file: 'apps/boardofone/server/costs/read.ts',
      find: '(${moment} at time zone ${timeZone})::date::text',
      replace: "(${moment} at time zone 'UTC')::date::text",
      test: inCosts,
    },
    {
      id: 'costs-formulas',
      without: 'a name in the file of costs is a formula',
      file: 'apps/boardofone/web/costs/cost-csv.ts',
      find: "formula.test(text) ? `'${text}` : text",
      replace: 'text',
      test: 'apps/boardofone/web/costs/costs-page.test.tsx',
    },
    {
      id: 'costs-zone-unknown',
      without: 'a zone that PostgreSQL does not know is a fault of ours',
      file: 'apps/boardofone/server/days/in-their-zone.ts',
      find: "const invalidValue = '22023';",
      replace: "const invalidValue = '';",
      test: 'apps/boardofone/server/costs/costs.db.test.ts',
    },
  ],
};
