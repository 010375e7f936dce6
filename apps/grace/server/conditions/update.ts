import type { SignedInContext } from '@commons/api';
import { conditions } from '../../db/schema/conditions.ts';
import { saveLine } from '../health/save-line.ts';
import { readConditions } from './list.ts';
import type { Condition, MarkConditionInError, UpdateCondition } from './schemas.ts';

const kind = { table: conditions, resourceType: 'condition', read: readConditions };

/** Saves a condition; refuses when it was saved somewhere else since `version` was read. */
export function updateCondition(ctx: SignedInContext, input: UpdateCondition): Promise<Condition[]> {
  const { name, note, onsetOn, resolvedOn } = input;
  return saveLine(ctx, kind, input, { name, note, onsetOn, resolvedOn }, 'condition_changed');
}

/** Takes a condition off the list. The row stays, with the reason. */
export function markConditionInError(
  ctx: SignedInContext,
  input: MarkConditionInError,
): Promise<Condition[]> {
  const inError = { isEnteredInError: true, errorReason: input.reason };
  return saveLine(ctx, kind, input, inError, 'condition_entered_in_error');
}
