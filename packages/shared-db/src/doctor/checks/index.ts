import type { Check } from '../check.ts';
import { backupRole } from './backup-role.ts';
import { clock } from './clock.ts';
import { connections } from './connections.ts';
import { disk } from './disk.ts';
import { indexes } from './indexes.ts';
import { logins } from './logins.ts';
import { migrations } from './migrations.ts';
import { presets } from './presets.ts';
import { rules } from './rules.ts';
import { schemaDrift } from './schema-drift.ts';
import { server } from './server.ts';
import { serviceLock } from './service-lock.ts';
import { stuckTransactions } from './stuck-transactions.ts';

/** Everything the doctor looks at, in the order of reporting. */
export const checks: readonly Check[] = [
  server,
  logins,
  presets,
  migrations,
  schemaDrift,
  rules,
  serviceLock,
  backupRole,
  clock,
  connections,
  stuckTransactions,
  indexes,
  disk,
];
