import type { Tx } from '@commons/shared-db';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { baselineReport } from '../../ballots/baseline.ts';
import { leaders } from '../../ballots/leaders.ts';
import { calls } from '../../db/schema/calls.ts';
import { events } from '../../db/schema/events.ts';
import type { EventData } from '../../deliberation/event.ts';
import type { Baseline } from '../../deliberation/memo.ts';
import { addUsd } from '../../money/add-usd.ts';
import { earlierCost } from '../forks/earlier-cost.ts';
import type { LockedSession } from './lock-session.ts';
import { readMaterial } from './read-material.ts';
import { readContributions, readSeats } from './read-table.ts';

/** What one model alone said, what the first round would have voted, and what the whole debate came to, each with its cost. */
export async function weighDebate(tx: Tx, session: LockedSession, memoCost: string): Promise<Baseline> {
  const { options } = await readMaterial(tx, session, 0);
  const single = await readBaseline(tx, session);
  const singleCost = await costOf(tx, session, sql`${calls.purpose} = 'baseline'`);
  const blindCost = await costOf(
    tx,
    session,
    sql`${calls.purpose} = 'decomposition' or (${calls.purpose} = 'position' and ${calls.roundNumber} = 1)`,
  );
  // The call of the memo, which carries this, is settled after it.
  const ownCost = addUsd(await costOf(tx, session, sql`${calls.purpose} <> 'baseline'`), memoCost);
  // What a what-if took over was paid for as well, once.
  const allBlind = addUsd(blindCost, await earlierCost(tx, session, 1));
  const finalCost = addUsd(ownCost, await earlierCost(tx, session));
  const firstRound = { optionIds: await firstChoices(tx, session), cost: allBlind };
  const decided = session.outcome?.optionId ?? null;
  const leading = decided ? [decided] : leaders(session.outcome?.rules[0]?.tally ?? {});
  const report = baselineReport(
    {
      single: single?.optionId ? { optionIds: [single.optionId], cost: singleCost } : null,
      firstRound,
      final: { optionIds: leading, cost: finalCost },
    },
    options,
  );
  return {
    single: { optionId: single?.optionId ?? null, text: single?.text ?? '', cost: singleCost },
    firstRound,
    final: { optionId: decided, cost: finalCost },
    hasChanged: report.hasChanged,
    words: report.words,
  };
}

async function readBaseline(
  tx: Tx,
  { id, userId }: LockedSession,
): Promise<EventData['baseline_answered'] | undefined> {
  const [event] = await tx
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.userId, userId), eq(events.sessionId, id), eq(events.type, 'baseline_answered')))
    .orderBy(desc(events.seq))
    .limit(1);
  // Only `record` writes events, and it takes no others.
  return event?.data as EventData['baseline_answered'] | undefined;
}

async function costOf(tx: Tx, { id, userId }: LockedSession, which: SQL): Promise<string> {
  const [row] = await tx
    .select({ cost: sql<string>`coalesce(sum(${calls.cost}), 0)::numeric(14, 8)::text` })
    .from(calls)
    .where(and(eq(calls.userId, userId), eq(calls.sessionId, id), sql`(${which})`));
  return row?.cost ?? '0';
}

/** What was in front after the blind round, by base weight. */
async function firstChoices(tx: Tx, session: LockedSession): Promise<string[]> {
  const weights = new Map(
    (await readSeats(tx, session)).map(({ id, baseWeight }) => [id, Number(baseWeight)]),
  );
  const tally: Record<string, number> = {};
  for (const { roundNumber, optionId, seatId } of await readContributions(tx, session)) {
    if (roundNumber === 1 && optionId) tally[optionId] = (tally[optionId] ?? 0) + (weights.get(seatId) ?? 0);
  }
  return leaders(tally);
}
