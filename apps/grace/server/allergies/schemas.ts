import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { AllergyCategory, AllergySeverity } from '../../medicine/schemas.ts';
import { LocalDate } from '../../schedule/schemas.ts';

const text = (max: number) => writtenText.max(max, `Keep it under ${max + 1} characters.`);

export const ProfileAllergies = z.object({ profileId: z.uuid() });
export type ProfileAllergies = z.infer<typeof ProfileAllergies>;

const AllergyId = ProfileAllergies.extend({ id: z.uuid() });

const facts = {
  category: AllergyCategory,
  substance: text(120).min(1, 'Write what it is.'),
  reaction: text(200),
  severity: AllergySeverity,
  notedOn: LocalDate.nullable(),
};

export const CreateAllergy = AllergyId.extend(facts);
export type CreateAllergy = z.infer<typeof CreateAllergy>;

export const UpdateAllergy = CreateAllergy.extend({ version: z.int().positive() });
export type UpdateAllergy = z.infer<typeof UpdateAllergy>;

export const MarkAllergyInError = AllergyId.extend({
  version: z.int().positive(),
  reason: text(300).min(1, 'Say why, in a few words.'),
});
export type MarkAllergyInError = z.infer<typeof MarkAllergyInError>;

export const Allergy = z.object({ id: z.uuid(), ...facts, version: z.int(), updatedAt: z.date() });
export type Allergy = z.infer<typeof Allergy>;
