import type { CatalogueRule } from '../catalogue-rule.ts';
import { auditAppendOnly } from './audit-append-only.ts';
import { columnGrants } from './column-grants.ts';
import { compositeForeignKey } from './composite-foreign-key.ts';
import { dangerousExtensions } from './dangerous-extensions.ts';
import { databaseGrants } from './database-grants.ts';
import { defaultPrivileges } from './default-privileges.ts';
import { definerOwner } from './definer-owner.ts';
import { definerSearchPath } from './definer-search-path.ts';
import { destructiveGrants } from './destructive-grants.ts';
import { foreignKeyIndex } from './foreign-key-index.ts';
import { foreignTable } from './foreign-table.ts';
import { grantMissing } from './grant-missing.ts';
import { leakproofFunction } from './leakproof-function.ts';
import { logParameters } from './log-parameters.ts';
import { names } from './names.ts';
import { oneUsersTable } from './one-users-table.ts';
import { ownerColumn } from './owner-column.ts';
import { personLeaves } from './person-leaves.ts';
import { policyAboutRow } from './policy-about-row.ts';
import { policyColumnIndex } from './policy-column-index.ts';
import { policyCommand } from './policy-command.ts';
import { policyExpression } from './policy-expression.ts';
import { policyFallback } from './policy-fallback.ts';
import { policyFunction } from './policy-function.ts';
import { policyFunctionPath } from './policy-function-path.ts';
import { policyMissing } from './policy-missing.ts';
import { policyOpen } from './policy-open.ts';
import { policyOverlap } from './policy-overlap.ts';
import { policyRole } from './policy-role.ts';
import { policySetting } from './policy-setting.ts';
import { privilegeColumn } from './privilege-column.ts';
import { publicGrants } from './public-grants.ts';
import { publication } from './publication.ts';
import { rolePresets } from './role-presets.ts';
import { rowSecurity } from './row-security.ts';
import { runtimeOwnership } from './runtime-ownership.ts';
import { runtimeRoles } from './runtime-roles.ts';
import { sequence } from './sequence.ts';
import { serverVersion } from './server-version.ts';
import { sharedNamespaceFunctions } from './shared-namespace-functions.ts';
import { uniqueOracle } from './unique-oracle.ts';
import { viewInvoker } from './view-invoker.ts';

/** Every rule, in the order of reporting. */
export const catalogueRules: readonly CatalogueRule[] = [
  rowSecurity,
  foreignTable,
  policyCommand,
  policyRole,
  policyExpression,
  policyOpen,
  policyAboutRow,
  policyFallback,
  policySetting,
  policyOverlap,
  policyMissing,
  grantMissing,
  policyFunction,
  policyFunctionPath,
  leakproofFunction,
  policyColumnIndex,
  foreignKeyIndex,
  compositeForeignKey,
  personLeaves,
  uniqueOracle,
  sequence,
  viewInvoker,
  definerSearchPath,
  definerOwner,
  columnGrants,
  ownerColumn,
  privilegeColumn,
  destructiveGrants,
  auditAppendOnly,
  publicGrants,
  defaultPrivileges,
  databaseGrants,
  sharedNamespaceFunctions,
  runtimeOwnership,
  runtimeRoles,
  rolePresets,
  logParameters,
  dangerousExtensions,
  publication,
  serverVersion,
  names,
  oneUsersTable,
];
