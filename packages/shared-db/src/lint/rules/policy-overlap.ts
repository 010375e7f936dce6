import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** At most one permissive policy decides about a command of a role, because the loosest of several would. */
export const policyOverlap: CatalogueRule = {
  name: 'policy-overlap',
  message: 'Several permissive policies for one command and role: the loosest wins. Make them one.',
  query: `
    select format('%s: %s', relation::regclass, string_agg(split_part(object, ' on ', 1), ', ' order by object)) as object
    from (${policies}) as policy cross join unnest(roles) as role
    where is_permissive
    group by relation, command, role having count(*) > 1
    order by 1`,
};
