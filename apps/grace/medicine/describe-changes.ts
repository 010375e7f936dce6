import { formLabels, routeLabels } from './labels.ts';
import type { FieldChange, Form, Route, StrengthUnit } from './schemas.ts';
import { formatStrength } from './strength.ts';

/** What is known of a medicine, as far as the history tells of it. */
export interface KnownFacts {
  name: string;
  ingredients: string[];
  strengthAmount: string | null;
  strengthUnit: StrengthUnit | null;
  form: Form;
  route: Route;
  instructions: string;
  indication: string;
  prescriber: string;
  pharmacy: string;
  prescriptionNumber: string;
  pharmacyClosedWeekdays: number[];
  pharmacyClosedDates: string[];
  startedOn: string | null;
  look: string;
  photo: string | null;
  missedDoseInstruction: string;
  isSkippable: boolean;
  escalationDelayMinutes: number | null;
  prnTryFirst: string;
  prnSigns: string;
  prnReviewOn: string | null;
  packSize: string | null;
  refillNoticeDays: number;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Each field as people read it. */
const fields: Record<string, (facts: KnownFacts) => string> = {
  Name: ({ name }) => name,
  Ingredients: ({ ingredients }) => ingredients.join(', '),
  Strength: formatStrength,
  Form: ({ form }) => formLabels[form],
  'How it is taken': ({ route }) => routeLabels[route],
  Instructions: ({ instructions }) => instructions,
  'What it is for': ({ indication }) => indication,
  'Prescribed by': ({ prescriber }) => prescriber,
  Pharmacy: ({ pharmacy }) => pharmacy,
  'Prescription number': ({ prescriptionNumber }) => prescriptionNumber,
  'Pharmacy is closed on': ({ pharmacyClosedWeekdays, pharmacyClosedDates }) =>
    [...pharmacyClosedWeekdays.map((day) => days[day - 1] ?? ''), ...pharmacyClosedDates].join(', '),
  'Taken since': ({ startedOn }) => startedOn ?? '',
  'What it looks like': ({ look }) => look,
  Picture: ({ photo }) => photo ?? '',
  'When a dose was missed': ({ missedDoseInstruction }) => missedDoseInstruction,
  'May be skipped': ({ isSkippable }) => (isSkippable ? 'yes' : 'no'),
  'Tell caregivers after': ({ escalationDelayMinutes: delay }) => (delay === null ? '' : `${delay} minutes`),
  'What to try first': ({ prnTryFirst }) => prnTryFirst,
  'Signs to look for': ({ prnSigns }) => prnSigns,
  'Ask whether it is still right on': ({ prnReviewOn }) => prnReviewOn ?? '',
  'Pack size': ({ packSize }) => packSize ?? '',
  'Days before a refill is needed': ({ refillNoticeDays }) => String(refillNoticeDays),
};

/** What differs, field by field, before and after. */
export function describeChanges(before: KnownFacts, after: KnownFacts): FieldChange[] {
  return Object.entries(fields)
    .map(([field, read]) => ({ field, before: read(before), after: read(after) }))
    .filter(({ before, after }) => before !== after)
    .map((change) => (change.field === 'Picture' ? withoutPictures(change) : change));
}

function withoutPictures({ field, before, after }: FieldChange): FieldChange {
  const said = (picture: string, words: string) => (picture === '' ? '' : words);
  return { field, before: said(before, 'a picture'), after: said(after, 'another picture') };
}
