import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import { sessions } from '../../db/schema/sessions.ts';

interface Line {
  id: string;
  userId: string;
}

/** What the rounds that a what-if took over had cost, up to this one where it is given, in whichever session of its line they were held; 0 for others. */
export async function earlierCost(tx: Tx, { id, userId }: Line, lastRound?: number): Promise<string> {
  const [row] = await tx.execute<{ cost: string }>(sql`
    with recursive line as (
      select ${sessions.forkedFrom} as id, least(${sessions.forkedRound}, ${lastRound ?? null}::int) as until
        from ${sessions} where ${sessions.id} = ${id} and ${sessions.userId} = ${userId}
      union all
      select ${sessions.forkedFrom}, least(${sessions.forkedRound}, line.until)
        from ${sessions} join line on ${sessions.id} = line.id where ${sessions.userId} = ${userId}
    )
    select coalesce(sum(${calls.cost}), 0)::numeric(14, 8)::text as cost
      from line join ${calls} on ${calls.sessionId} = line.id and ${calls.userId} = ${userId}
      where ${calls.purpose} = 'decomposition' or (${calls.purpose} = 'position' and ${calls.roundNumber} <= line.until)`);
  return row?.cost ?? '0.00000000';
}
