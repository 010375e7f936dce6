import type { SignedInContext } from '@commons/api';
import { modelUsage, type Tx } from '@commons/shared-db';
import { type AnyColumn, and, desc, eq, gt, gte, lt, ne, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { callCosts } from '../../db/schema/call-costs.ts';
import { followUps } from '../../db/schema/follow-ups.ts';
import { ownPersonaVersions } from '../../db/schema/own-personas.ts';
import { personaTrials } from '../../db/schema/persona-trials.ts';
import { seats } from '../../db/schema/seats.ts';
import { inTheirZone } from '../days/in-their-zone.ts';
import type { CostRange, Costs } from './schemas.ts';

/** What the person's calls of these days cost, added up in five ways by one pass over them. */
export async function readCosts(ctx: SignedInContext, range: CostRange): Promise<Costs> {
  const rows = await ctx.asUser((tx) => inTheirZone(costsQuery(tx, ctx.user.id, range)));
  const by = (set: number) => rows.filter((row) => row.set === set);
  const sum = ({ cost, calls }: (typeof rows)[number]) => ({ cost, calls });
  const [total] = by(sets.total);
  return {
    total: { cost: total?.cost ?? '0', calls: total?.calls ?? 0, sessions: total?.sessions ?? 0 },
    byDay: by(sets.day)
      .map((row) => ({ ...sum(row), day: row.day ?? '' }))
      .toSorted((left, right) => left.day.localeCompare(right.day)),
    byPhase: by(sets.phase).map((row) => ({ ...sum(row), phase: row.phase ?? '' })),
    byModel: by(sets.model).map((row) => ({ ...sum(row), model: row.model })),
    byPersona: by(sets.persona).map((row) => ({ ...sum(row), code: row.code, name: row.name })),
  };
}

// A bit for each column that a row is not about.
const sets = { day: 0b0111, phase: 0b1011, model: 0b1101, persona: 0b1110, total: 0b1111 };

/** The sums, a row for each day, phase, model and persona, and one for everything. */
export function costsQuery(tx: Tx, userId: string, { from, to, timeZone }: CostRange) {
  const { madeAt, phase, model, personaCode, personaName, cost, sessionId } = callCosts;
  const begins = (day: string, later = 0) =>
    sql`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone})`;
  const within = (moment: AnyColumn) => and(gte(moment, begins(from)), lt(moment, begins(to, 1)));
  const dayOf = (moment: AnyColumn) =>
    sql<string>`(${moment} at time zone ${timeZone})::date::text`.as('day');
  const ofCalls = tx
    .select({ day: dayOf(madeAt), phase, model, personaCode, personaName, cost, sessionId })
    .from(callCosts)
    .where(and(eq(callCosts.userId, userId), within(madeAt)));
  const ofFollowUps = tx
    .select({
      day: dayOf(followUps.createdAt),
      phase: sql<string>`'follow_up'`.as('phase'),
      model: followUps.model,
      personaCode: sql<string | null>`${seats.personaCode}`.as('persona_code'),
      personaName: sql<string | null>`${seats.name}`.as('persona_name'),
      cost: followUps.cost,
      sessionId: followUps.sessionId,
    })
    .from(followUps)
    .leftJoin(seats, eq(seats.id, followUps.seatId))
    .where(
      and(
        eq(followUps.userId, userId),
        or(ne(followUps.status, 'asked'), gt(followUps.cost, '0')),
        within(followUps.createdAt),
      ),
    );
  const ofTrials = tx
    .select({
      day: dayOf(modelUsage.createdAt),
      phase: sql<string>`'voice_trial'`.as('phase'),
      model: modelUsage.model,
      personaCode: sql<string | null>`'mine_' || replace(${personaTrials.personaId}::text, '-', '')`.as(
        'persona_code',
      ),
      personaName: sql<string | null>`${ownPersonaVersions.name}`.as('persona_name'),
      cost: sql<string>`coalesce(${modelUsage.costUsd}, 0)`.as('cost'),
      // Of none, so that no session is counted.
      sessionId: sql<string>`null::uuid`.as('session_id'),
    })
    .from(modelUsage)
    .innerJoin(
      personaTrials,
      and(eq(personaTrials.id, modelUsage.resourceId), eq(personaTrials.userId, modelUsage.userId)),
    )
    .leftJoin(
      ownPersonaVersions,
      and(
        eq(ownPersonaVersions.personaId, personaTrials.personaId),
        eq(ownPersonaVersions.version, personaTrials.personaVersion),
        eq(ownPersonaVersions.userId, personaTrials.userId),
      ),
    )
    .where(
      and(
        eq(modelUsage.userId, userId),
        eq(modelUsage.resourceType, 'persona_trial'),
        within(modelUsage.createdAt),
      ),
    );
  const spent = tx.$with('spent').as(unionAll(ofCalls, ofFollowUps, ofTrials));
  const parts = sql.join([spent.day, spent.phase, spent.model, spent.personaCode], sql`, `);
  const total = sql<string>`coalesce(sum(${spent.cost}), 0)`;
  return tx
    .with(spent)
    .select({
      set: sql<number>`grouping(${parts})`,
      day: spent.day,
      phase: spent.phase,
      model: spent.model,
      code: spent.personaCode,
      name: sql<string | null>`max(${spent.personaName})`,
      cost: total,
      calls: sql<number>`count(*)::int`,
      sessions: sql<number>`count(distinct ${spent.sessionId})::int`,
    })
    .from(spent)
    .groupBy(
      sql`grouping sets ((${spent.day}), (${spent.phase}), (${spent.model}), (${spent.personaCode}), ())`,
    )
    .orderBy(desc(total), spent.phase, spent.model, spent.personaCode);
}
