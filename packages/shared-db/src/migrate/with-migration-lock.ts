import postgres, { type Sql } from 'postgres';
import { explainConnectionError } from '../connection/explain-connection-error.ts';
import { ConnectionLoss } from './connection-loss.ts';
import { ensureLedger } from './ledger.ts';
import { MigrationError } from './migration-error.ts';

const lockKey = 0x636f6d6d; // "comm"

/**
 * Runs `work` with the owner's connection, and what tells whether it was lost, while nobody else migrates this database.
 *
 * @param waitMs how long to wait for somebody else's migration to finish
 */
export async function withMigrationLock<T>(
  ownerUrl: string,
  work: (owner: Sql, loss: ConnectionLoss) => Promise<T>,
  waitMs = 0,
): Promise<T> {
  const loss = new ConnectionLoss();
  const owner: Sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    onclose: () => {
      loss.lose();
      // Once lost, it must not be reconnected: what follows belongs to a transaction that is gone.
      void owner.end({ timeout: 0 });
    },
  });
  try {
    await lock(owner, waitMs).catch((error: unknown) => {
      throw explainConnectionError(error, ownerUrl);
    });
    await ensureLedger(owner);
    return await work(owner, loss);
  } finally {
    await owner.end({ timeout: loss.isLost ? 0 : 5 });
  }
}

async function lock(owner: Sql, waitMs: number): Promise<void> {
  if (waitMs > 0) {
    await owner`select set_config('lock_timeout', ${`${waitMs}ms`}, false)`;
    await owner`select pg_advisory_lock(${lockKey})`.catch(() => {
      throw busy();
    });
    return;
  }
  const [row] = await owner`select pg_try_advisory_lock(${lockKey}) as taken`;
  if (!row?.taken) throw busy();
}

const busy = () =>
  new MigrationError(
    'Another process is migrating this database right now. Wait until it has finished, then run this again.',
  );
