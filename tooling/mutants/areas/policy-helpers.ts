import type { MutantArea } from '../mutant.ts';

export const policyHelpers: MutantArea = {
  title: 'What policies and grants are made of',
  mutants: [
    {
      id: 'owned-by-check',
      without: 'a written row may be another person’s',
      file: 'packages/shared-db/src/policies/owned-by.ts',
      find: "...(command === 'insert' || command === 'update' ? { withCheck: mine } : {}),",
      replace: '',
      test: 'packages/shared-db/src/policies/policies.test.ts',
    },
    {
      id: 'owned-by-using',
      without: 'a policy of people shows every row',
      file: 'packages/shared-db/src/policies/owned-by.ts',
      find: "...(command === 'insert' ? {} : { using: mine }),",
      replace: "...(command === 'insert' ? {} : { using: sql`true` }),",
      test: 'packages/shared-db/src/policies/policies.test.ts',
    },
    {
      id: 'owned-by-role',
      without: 'a policy of people holds for every role',
      file: 'packages/shared-db/src/policies/owned-by.ts',
      find: `      to: authenticated,
`,
      replace: '',
      test: 'packages/shared-db/src/policies/policies.test.ts',
    },
    {
      id: 'shared-read-person',
      without: 'reference data is shown without a person',
      file: 'packages/shared-db/src/policies/shared-read.ts',
      find: '(select app.user_id()) is not null',
      replace: 'true',
      test: 'packages/shared-db/src/policies/policies.test.ts',
    },
    {
      id: 'visible-through-once',
      without: 'a helper is asked row by row, or the index is not used',
      file: 'packages/shared-db/src/policies/visible-through.ts',
      find: '${column} = any (array(select ${helper}))',
      replace: '${column} in (select ${helper})',
      test: 'packages/shared-db/src/policies/policies.test.ts',
    },
    {
      id: 'user-id-once',
      without: 'the person is looked up row by row',
      file: 'packages/shared-db/src/policies/current-user-id.ts',
      find: 'sql`(select app.user_id())`',
      replace: 'sql`app.user_id()`',
      test: 'packages/shared-db/src/policies/policies.test.ts',
    },
    {
      id: 'grants-columns',
      without: 'a grant covers every column, the owner’s included',
      file: 'packages/shared-db/src/policies/grants.ts',
      find: 'rights.update && `UPDATE (${columnList(rights.update)})`',
      replace: "rights.update && 'UPDATE'",
      test: 'packages/shared-db/src/policies/grants.test.ts',
    },
  ],
};
