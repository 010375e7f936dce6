import type { CatalogueRule } from '../catalogue-rule.ts';
import { grantedCommands } from '../granted-commands.ts';
import { policies } from '../policies-of-schemas.ts';

/** Each policy is for a command that its role holds. */
export const grantMissing: CatalogueRule = {
  name: 'grant-missing',
  message: 'The policy is for a command that its role does not hold. Grant the command or drop the policy.',
  query: `
    select policy.object from (${policies}) as policy cross join unnest(roles) as role
    where role in ('anon'::regrole, 'authenticated'::regrole, 'commons_service'::regrole) and command <> '*' and not exists (
      select from (${grantedCommands}) as granted
      where granted.relation = policy.relation and granted.role = role and granted.polcmd = policy.command
    )
    order by 1`,
};
