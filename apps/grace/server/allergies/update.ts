import type { SignedInContext } from '@commons/api';
import { allergies } from '../../db/schema/allergies.ts';
import { saveLine } from '../health/save-line.ts';
import { readAllergies } from './list.ts';
import type { Allergy, MarkAllergyInError, UpdateAllergy } from './schemas.ts';

const kind = { table: allergies, resourceType: 'allergy', read: readAllergies };

/** Saves an allergy; refuses when it was saved somewhere else since `version` was read. */
export function updateAllergy(ctx: SignedInContext, input: UpdateAllergy): Promise<Allergy[]> {
  const { category, substance, reaction, severity, notedOn } = input;
  return saveLine(ctx, kind, input, { category, substance, reaction, severity, notedOn }, 'allergy_changed');
}

/** Takes an allergy off the list. The row stays, with the reason. */
export function markAllergyInError(ctx: SignedInContext, input: MarkAllergyInError): Promise<Allergy[]> {
  const inError = { isEnteredInError: true, errorReason: input.reason };
  return saveLine(ctx, kind, input, inError, 'allergy_entered_in_error');
}
