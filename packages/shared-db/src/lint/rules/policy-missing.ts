import type { CatalogueRule } from '../catalogue-rule.ts';
import { grantedCommands } from '../granted-commands.ts';
import { policies } from '../policies-of-schemas.ts';

/** Each granted command has a policy that says for which rows. */
export const policyMissing: CatalogueRule = {
  name: 'policy-missing',
  message:
    'The command is granted and no policy says for which rows, so it quietly finds none. Write the policy or revoke the grant.',
  query: `
    select format('%s: %s to %s', relation::regclass, command, role::regrole) as object
    from (${grantedCommands}) as granted
    where not exists (
      select from (${policies}) as policy
      where policy.relation = granted.relation and policy.command in (granted.polcmd, '*')
        and policy.roles && array[0, granted.role]::oid[]
    )
    order by 1`,
};
