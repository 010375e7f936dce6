import { withConnection } from '../../connection/with-connection.ts';
import { type Check, note, ok, wrong } from '../check.ts';

/** No transaction has been open for minutes, holding locks and keeping old rows from being cleared away. */
export const stuckTransactions: Check = {
  name: 'transactions',
  run: async ({ provided }) => {
    if (!provided.adminUrl) {
      return note(
        'only an administrator sees what others have open',
        'Set DATABASE_URL to the address of one to have it checked.',
      );
    }
    const rows = await withConnection(
      provided.adminUrl,
      (admin) => admin<{ who: string; state: string }[]>`
        select format('%s (process %s)', usename, pid) as who, state from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and (
          now() - xact_start > interval '5 minutes'
          or state like 'idle in transaction%' and now() - state_change > interval '1 minute'
        )
        order by pid`,
    );
    if (rows.length === 0) return ok('none has been open for long');
    return wrong(
      `open for too long: ${rows.map(({ who, state }) => `${who}, ${state}`).join('; ')}`,
      'Find out who that is; "select pg_terminate_backend(process)" ends it.',
    );
  },
};
