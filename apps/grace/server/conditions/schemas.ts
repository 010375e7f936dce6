import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { LocalDate } from '../../schedule/schemas.ts';

const text = (max: number) => writtenText.max(max, `Keep it under ${max + 1} characters.`);

export const ProfileConditions = z.object({ profileId: z.uuid() });
export type ProfileConditions = z.infer<typeof ProfileConditions>;

const facts = z.object({
  name: text(160).min(1, 'Write what it is called.'),
  note: text(500),
  onsetOn: LocalDate.nullable(),
  resolvedOn: LocalDate.nullable(),
});

const isInOrder = ({ onsetOn, resolvedOn }: z.infer<typeof facts>) =>
  onsetOn === null || resolvedOn === null || resolvedOn >= onsetOn;
const inOrder = { path: ['resolvedOn'], error: 'The end must not come before the beginning.' };

const ConditionId = ProfileConditions.extend({ id: z.uuid() });

export const CreateCondition = ConditionId.extend(facts.shape).refine(isInOrder, inOrder);
export type CreateCondition = z.infer<typeof CreateCondition>;

export const UpdateCondition = ConditionId.extend({ ...facts.shape, version: z.int().positive() }).refine(
  isInOrder,
  inOrder,
);
export type UpdateCondition = z.infer<typeof UpdateCondition>;

export const MarkConditionInError = ConditionId.extend({
  version: z.int().positive(),
  reason: text(300).min(1, 'Say why, in a few words.'),
});
export type MarkConditionInError = z.infer<typeof MarkConditionInError>;

export const Condition = facts.extend({ id: z.uuid(), version: z.int(), updatedAt: z.date() });
export type Condition = z.infer<typeof Condition>;
