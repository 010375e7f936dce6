import type { Tx } from '@commons/shared-db';
import { and, asc, eq, lte } from 'drizzle-orm';
import { options } from '../../db/schema/options.ts';
import { ownerFacts } from '../../db/schema/owner-facts.ts';
import { type Material, nameOptions } from '../../prompts/material.ts';
import type { LockedSession } from './lock-session.ts';

/** What the prompts of a session tell of the decision, with the facts that its owner gave for this round or before. */
export async function readMaterial(tx: Tx, session: LockedSession, round: number): Promise<Material> {
  const { id, userId, problem, context, constraints, decideBy, reversibility, subQuestions } = session;
  const found = await tx
    .select({
      id: options.id,
      label: options.label,
      description: options.description,
      isNothing: options.isNothing,
    })
    .from(options)
    .where(and(eq(options.userId, userId), eq(options.sessionId, id)))
    .orderBy(asc(options.position));
  const facts = await tx
    .select({ content: ownerFacts.content })
    .from(ownerFacts)
    .where(
      and(eq(ownerFacts.userId, userId), eq(ownerFacts.sessionId, id), lte(ownerFacts.roundNumber, round)),
    )
    .orderBy(asc(ownerFacts.id));
  return {
    problem,
    context,
    constraints,
    decideBy,
    reversibility,
    subQuestions,
    options: nameOptions(found),
    facts: facts.map(({ content }) => content),
  };
}
