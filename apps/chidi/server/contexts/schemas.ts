import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

/** The parts of a business context, in the order in which a person fills them in and the model reads them. */
export const contextSections = [
  { key: 'company', label: 'The business', hint: 'Who you are, where, since when, how many people.' },
  { key: 'offers', label: 'What we sell', hint: 'Products and services with prices.' },
  { key: 'audience', label: 'Customers', hint: 'Who buys from you and why.' },
  { key: 'tone', label: 'Tone of voice', hint: 'How your business sounds: warm, brief, formal …' },
  { key: 'policies', label: 'Policies', hint: 'Returns, delivery, opening hours, guarantees.' },
  { key: 'goals', label: 'Goals', hint: 'What you want to reach this month or this year.' },
  { key: 'locale', label: 'Language and region', hint: 'For example: German, Austria.' },
  { key: 'currency', label: 'Currency', hint: 'For example: EUR.' },
  { key: 'doNotSay', label: 'Never say', hint: 'Words, claims and topics to keep away from.' },
  {
    key: 'preferences',
    label: 'How Chidi should answer',
    hint: 'Short or long, lists or prose, with or without examples.',
  },
] as const;

export type ContextSectionKey = (typeof contextSections)[number]['key'];

const longText = writtenText.max(8_000, 'Keep this under 8,000 characters.');
const shortText = writtenText.max(200, 'Keep this under 200 characters.');

export const contextFields = z.object({
  company: longText,
  offers: longText,
  audience: longText,
  tone: longText,
  policies: longText,
  goals: longText,
  locale: shortText,
  currency: shortText,
  doNotSay: longText,
  preferences: longText,
});
export type ContextFields = z.infer<typeof contextFields>;

export const contextName = writtenText
  .min(1, 'Give it a name, for example your shop’s.')
  .max(120, 'Keep the name under 120 characters.');

export const CreateContext = z.object({ id: z.uuid(), name: contextName, fields: contextFields });
export type CreateContext = z.infer<typeof CreateContext>;

export const UpdateContext = CreateContext.extend({ version: z.int().positive() });
export type UpdateContext = z.infer<typeof UpdateContext>;

export const ContextId = z.object({ id: z.uuid() });
export type ContextId = z.infer<typeof ContextId>;

export const ContextSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  updatedAt: z.date(),
});
export type ContextSummary = z.infer<typeof ContextSummary>;

export const ContextDetails = ContextSummary.extend({ fields: contextFields });
export type ContextDetails = z.infer<typeof ContextDetails>;
