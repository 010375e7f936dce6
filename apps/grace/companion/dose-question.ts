import { mentions } from './words.ts';

/** What the plan says about one medicine today. */
export interface PlannedMedicine {
  name: string;
  /** By which it is known as well. */
  ingredients: readonly string[];
  /** "08:00, 1 tablet", in the order of the day. */
  times: readonly string[];
  isAsNeeded: boolean;
}

/** Words that name medicines in general. */
const medicineWords: readonly string[] = [
  'tablet',
  'pill',
  'medicine',
  'medication',
  'meds',
  'dose',
  'dosage',
  'capsule',
  'inhaler',
  'insulin',
  'eye drops',
  'painkiller',
  'antibiotic',
  'prescription',
  'paracetamol',
  'ibuprofen',
  'aspirin',
  'warfarin',
  'milligram',
  'mg',
];

const asks =
  /\?|^\W*(what|when|which|how|can|could|may|must|should|shall|do|did|is|am|was|have)\b|\b(tell me|i wonder|i forgot|i forget|i missed|i lost track|not sure|do not know|can't remember|don't remember|don't know|double|extra|another|instead|twice|stop taking)\b/i;

const takesMore =
  /\b(take|taken|have|swallow)\b.{0,20}\b(another|two|three|more|extra|double|both)( one| ones| of (them|these|those|the [a-z]+ ones))?\W*$|\b(double|skip|miss|missed|halve) (it|one|them|this one|that one)\b/i;

/** Whether somebody asks about medicines: such a question is never answered by a model. */
export function asksAboutMedicine(text: string, medicines: readonly PlannedMedicine[]): boolean {
  if (takesMore.test(text) && asks.test(text)) return true;
  const names = medicines.flatMap(({ name, ingredients }) => [name, ...ingredients]);
  return asks.test(text) && mentions(text, [...medicineWords, ...names]);
}

const whoKnowsMore = 'I cannot say more about medicines. Your doctor or your pharmacist can.';

/** What the stored plan says of today, and never advice. */
export function answerFromPlan(text: string, medicines: readonly PlannedMedicine[]): string {
  const named = medicines.filter(({ name, ingredients }) => mentions(text, [name, ...ingredients]));
  const planned = medicines.filter(({ times, isAsNeeded }) => times.length > 0 || isAsNeeded);
  const lines = (named.length > 0 ? named : planned).map(lineOf);
  const plan =
    lines.length > 0 ? ['Your plan for today says:', ...lines] : ['Your plan has no medicines for today.'];
  return [...plan, whoKnowsMore].join('\n');
}

function lineOf({ name, times, isAsNeeded }: PlannedMedicine): string {
  if (times.length > 0) return `${name}: ${times.join('; ')}.`;
  return isAsNeeded ? `${name}: only when it is needed.` : `${name}: nothing is planned for today.`;
}

/** Whether a sentence speaks of medicines; the companion's own never may. */
export const speaksOfMedicine = (sentence: string, names: readonly string[]): boolean =>
  mentions(sentence, [...medicineWords, ...names]) || /\b\d+(\.\d+)? ?(mg|mcg|ml|g)\b/i.test(sentence);
