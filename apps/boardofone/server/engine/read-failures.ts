import type { Tx } from '@commons/shared-db';
import { and, eq, inArray } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import { type Step, stepName } from '../../deliberation/step.ts';
import type { LockedSession } from './lock-session.ts';

/** A step that has failed for good, with what is known of its call. */
export type FailedStep<Kind extends Step['kind']> = Extract<Step, { kind: Kind }> & {
  errorCode: string;
  cost: string;
};

/** Why the steps of a kind have failed, and what trying them has cost. */
export async function readFailures<Kind extends Step['kind']>(
  tx: Tx,
  { id: sessionId, userId }: LockedSession,
  kind: Kind,
  failed: readonly Step[],
): Promise<FailedStep<Kind>[]> {
  const steps = failed.filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
  if (steps.length === 0) return [];
  const made = await tx
    .select({ step: calls.step, errorCode: calls.errorCode, cost: calls.cost })
    .from(calls)
    .where(
      and(eq(calls.userId, userId), eq(calls.sessionId, sessionId), inArray(calls.step, steps.map(stepName))),
    );
  return steps.map((step) => {
    const call = made.find((one) => one.step === stepName(step));
    return { ...step, errorCode: call?.errorCode ?? 'MODEL_UNAVAILABLE', cost: call?.cost ?? '0' };
  });
}
