import { z } from 'zod';

/** How a medicine comes. */
export const forms = [
  'tablet',
  'capsule',
  'liquid',
  'drops',
  'injection',
  'inhaler',
  'spray',
  'patch',
  'cream',
  'suppository',
  'powder',
  'lozenge',
  'other',
] as const;
export const Form = z.enum(forms, 'Choose a form.');
export type Form = z.infer<typeof Form>;

/** Which way it goes into the body. */
export const routes = [
  'oral',
  'sublingual',
  'inhaled',
  'nasal',
  'eye',
  'ear',
  'skin',
  'subcutaneous',
  'intramuscular',
  'rectal',
  'vaginal',
  'other',
] as const;
export const Route = z.enum(routes, 'Choose how it is taken.');
export type Route = z.infer<typeof Route>;

/** What a strength is counted in: of one piece, or of one millilitre, gram or puff. */
export const strengthUnits = [
  'mg',
  'mcg',
  'g',
  'mL',
  'unit',
  'mmol',
  'mg/mL',
  'mcg/mL',
  'unit/mL',
  'mg/g',
  'mcg/puff',
  'mcg/hour',
  '%',
] as const;
export const StrengthUnit = z.enum(strengthUnits, 'Choose a unit.');
export type StrengthUnit = z.infer<typeof StrengthUnit>;

/** What somebody is allergic to; `none_known` says that somebody asked and there is nothing. */
export const allergyCategories = ['medicine', 'food', 'environment', 'none_known'] as const;
export const AllergyCategory = z.enum(allergyCategories, 'Choose what kind of allergy it is.');
export type AllergyCategory = z.infer<typeof AllergyCategory>;

export const allergySeverities = ['mild', 'moderate', 'severe', 'unknown'] as const;
export const AllergySeverity = z.enum(allergySeverities, 'Choose how severe it is.');
export type AllergySeverity = z.infer<typeof AllergySeverity>;

/** What was done to a medicine or its schedule. */
export const medicationActions = [
  'added',
  'edited',
  'rescheduled',
  'held',
  'resumed',
  'stopped',
  'restarted',
] as const;
export const MedicationAction = z.enum(medicationActions);
export type MedicationAction = z.infer<typeof MedicationAction>;

/** One field that was changed, as both values read to people. */
export const FieldChange = z.object({ field: z.string(), before: z.string(), after: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;
