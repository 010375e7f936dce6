import { accounts } from './areas/accounts.ts';
import { answers } from './areas/answers.ts';
import { apps } from './areas/apps.ts';
import { backups } from './areas/backups.ts';
import { baseSql } from './areas/base-sql.ts';
import { boardAfterwards } from './areas/board-afterwards.ts';
import { boardCalls } from './areas/board-calls.ts';
import { boardCheckpoints } from './areas/board-checkpoints.ts';
import { boardCosts } from './areas/board-costs.ts';
import { boardEngine } from './areas/board-engine.ts';
import { boardForks } from './areas/board-forks.ts';
import { boardKept } from './areas/board-kept.ts';
import { boardNotices } from './areas/board-notices.ts';
import { boardPayments } from './areas/board-payments.ts';
import { boardPersonas } from './areas/board-personas.ts';
import { boardRules } from './areas/board-rules.ts';
import { catalogue } from './areas/catalogue.ts';
import { contexts } from './areas/contexts.ts';
import { crowds } from './areas/crowds.ts';
import { doctor } from './areas/doctor.ts';
import { graceAccess } from './areas/grace-access.ts';
import { graceCompanion } from './areas/grace-companion.ts';
import { graceDoses } from './areas/grace-doses.ts';
import { graceRecords } from './areas/grace-records.ts';
import { graceReminders } from './areas/grace-reminders.ts';
import { migrations } from './areas/migrations.ts';
import { modelQuota } from './areas/model-quota.ts';
import { oddDoors } from './areas/odd-doors.ts';
import { outages } from './areas/outages.ts';
import { ownData } from './areas/own-data.ts';
import { pages } from './areas/pages.ts';
import { plannedDoses } from './areas/planned-doses.ts';
import { policyHelpers } from './areas/policy-helpers.ts';
import { procedures } from './areas/procedures.ts';
import { requests } from './areas/requests.ts';
import { ruleConditions } from './areas/rule-conditions.ts';
import { signIn } from './areas/sign-in.ts';
import { stopping } from './areas/stopping.ts';
import { toolingRules } from './areas/tooling-rules.ts';
import type { MutantArea } from './mutant.ts';

/** Every guard that `pnpm mutants` takes out, by part of the house. */
export const areas: readonly MutantArea[] = [
  requests,
  answers,
  procedures,
  signIn,
  accounts,
  ownData,
  contexts,
  baseSql,
  migrations,
  backups,
  doctor,
  policyHelpers,
  catalogue,
  ruleConditions,
  pages,
  apps,
  oddDoors,
  modelQuota,
  stopping,
  outages,
  graceAccess,
  plannedDoses,
  graceDoses,
  graceRecords,
  graceCompanion,
  graceReminders,
  crowds,
  boardRules,
  boardPersonas,
  boardCheckpoints,
  boardCosts,
  boardEngine,
  boardNotices,
  boardAfterwards,
  boardForks,
  boardCalls,
  boardKept,
  boardPayments,
  toolingRules,
];

/** The tests that try each policy and grant of a module themselves. */
export const isolationSuites = [
  'packages/shared-db/db/isolation.db.test.ts',
  'apps/boardofone/db/isolation.db.test.ts',
  'apps/chidi/db/isolation.db.test.ts',
  'apps/grace/db/isolation.db.test.ts',
  'apps/template/db/isolation.db.test.ts',
];
