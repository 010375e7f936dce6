import type { Form, Route, StrengthUnit } from '../../medicine/schemas.ts';
import type { MedicationFacts } from '../../server/medications/schemas.ts';

/** What is known of a medicine, as it is being typed. */
export interface FactsDraft {
  name: string;
  /** Separated by commas. */
  ingredients: string;
  strengthAmount: string;
  strengthUnit: StrengthUnit | '';
  form: Form;
  route: Route;
  instructions: string;
  indication: string;
  prescriber: string;
  pharmacy: string;
  prescriptionNumber: string;
  pharmacyClosedWeekdays: number[];
  /** Separated by commas or blanks. */
  pharmacyClosedDates: string;
  startedOn: string;
  look: string;
  photo: string | null;
  missedDoseInstruction: string;
  isSkippable: boolean;
  escalationDelayMinutes: string;
  prnTryFirst: string;
  prnSigns: string;
  prnReviewOn: string;
  packSize: string;
  refillNoticeDays: string;
}

export const newFactsDraft: FactsDraft = {
  name: '',
  ingredients: '',
  strengthAmount: '',
  strengthUnit: 'mg',
  form: 'tablet',
  route: 'oral',
  instructions: '',
  indication: '',
  prescriber: '',
  pharmacy: '',
  prescriptionNumber: '',
  pharmacyClosedWeekdays: [],
  pharmacyClosedDates: '',
  startedOn: '',
  look: '',
  photo: null,
  missedDoseInstruction: '',
  isSkippable: true,
  escalationDelayMinutes: '',
  prnTryFirst: '',
  prnSigns: '',
  prnReviewOn: '',
  packSize: '',
  refillNoticeDays: '7',
};

export function draftOfFacts(facts: MedicationFacts): FactsDraft {
  return {
    ...facts,
    ingredients: facts.ingredients.join(', '),
    strengthAmount: facts.strengthAmount ?? '',
    strengthUnit: facts.strengthUnit ?? 'mg',
    pharmacyClosedDates: facts.pharmacyClosedDates.join(', '),
    startedOn: facts.startedOn ?? '',
    escalationDelayMinutes: facts.escalationDelayMinutes === null ? '' : String(facts.escalationDelayMinutes),
    prnReviewOn: facts.prnReviewOn ?? '',
    packSize: facts.packSize ?? '',
    refillNoticeDays: String(facts.refillNoticeDays),
  };
}

/** What the draft says, for the schema to judge. */
export function factsInputOf(draft: FactsDraft) {
  const hasStrength = draft.strengthAmount.trim() !== '';
  return {
    ...draft,
    ingredients: ingredientsOf(draft),
    strengthAmount: hasStrength ? draft.strengthAmount : null,
    strengthUnit: hasStrength && draft.strengthUnit !== '' ? draft.strengthUnit : null,
    pharmacyClosedDates: draft.pharmacyClosedDates.split(/[,\s]+/).filter((date) => date !== ''),
    startedOn: orNull(draft.startedOn),
    escalationDelayMinutes: draft.escalationDelayMinutes === '' ? null : Number(draft.escalationDelayMinutes),
    prnReviewOn: orNull(draft.prnReviewOn),
    packSize: orNull(draft.packSize.trim()),
    refillNoticeDays: draft.refillNoticeDays === '' ? Number.NaN : Number(draft.refillNoticeDays),
  };
}

/** The ingredients that were typed. */
export function ingredientsOf({ ingredients }: Pick<FactsDraft, 'ingredients'>): string[] {
  return ingredients
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const orNull = (text: string) => (text === '' ? null : text);
