import type { CatalogueRule } from '../catalogue-rule.ts';
import { columnGrants } from './column-grants.ts';
import { definerSearchPath } from './definer-search-path.ts';
import { destructiveGrants } from './destructive-grants.ts';
import { foreignKeyIndex } from './foreign-key-index.ts';
import { names } from './names.ts';
import { oneUsersTable } from './one-users-table.ts';
import { policyColumnIndex } from './policy-column-index.ts';
import { policyCommand } from './policy-command.ts';
import { policyExpression } from './policy-expression.ts';
import { policyFunction } from './policy-function.ts';
import { policyOpen } from './policy-open.ts';
import { policyOverlap } from './policy-overlap.ts';
import { policyRole } from './policy-role.ts';
import { publicGrants } from './public-grants.ts';
import { rowSecurity } from './row-security.ts';
import { runtimeOwnership } from './runtime-ownership.ts';
import { runtimeRoles } from './runtime-roles.ts';
import { viewInvoker } from './view-invoker.ts';

/** Every rule, in the order of reporting. */
export const catalogueRules: readonly CatalogueRule[] = [
  rowSecurity,
  policyCommand,
  policyRole,
  policyExpression,
  policyOpen,
  policyOverlap,
  policyFunction,
  policyColumnIndex,
  foreignKeyIndex,
  viewInvoker,
  definerSearchPath,
  columnGrants,
  destructiveGrants,
  publicGrants,
  runtimeOwnership,
  runtimeRoles,
  names,
  oneUsersTable,
];
