import { problemsByField } from '@commons/ui';
import { z } from 'zod';
import {
  type ContextFields,
  contextFields,
  contextName,
  contextSections,
} from '../../server/contexts/schemas.ts';
import type { BusinessDetails } from '../client.ts';

/** What the form holds, and which version of the business it began from; 0 for a new one. */
export interface BusinessValues {
  name: string;
  fields: ContextFields;
  version: number;
}

const Saveable = z.object({ name: contextName, fields: contextFields });

// A draft may be unfinished or too long: only its shape must fit.
const Draft = z.object({
  name: z.string(),
  fields: z.record(z.string(), z.string()).transform((fields) => ({ ...emptyFields(), ...fields })),
  version: z.int(),
});

export const noBusiness: BusinessValues = { name: '', fields: emptyFields(), version: 0 };

export function valuesOf({ name, fields, version }: BusinessDetails): BusinessValues {
  return { name, fields, version };
}

export function writeDraft(values: BusinessValues): string {
  return JSON.stringify(values);
}

/** The values of a draft; none when there is no draft or it is damaged. */
export function readDraft(text: string): BusinessValues | null {
  try {
    return Draft.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether two say the same, whichever version they are. */
export function saysTheSame(one: BusinessValues, other: BusinessValues): boolean {
  if (one.name.trim() !== other.name.trim()) return false;
  return contextSections.every(({ key }) => one.fields[key].trim() === other.fields[key].trim());
}

/** What is wrong, by the name of the field; nothing when it can be saved. */
export function problemsIn(values: BusinessValues): Record<string, string> {
  const { error } = Saveable.safeParse(values);
  return problemsByField(error?.issues, (path) => String(path.at(-1)));
}

export function filledSections({ fields }: Pick<BusinessValues, 'fields'>): number {
  return contextSections.filter(({ key }) => fields[key].trim() !== '').length;
}

function emptyFields(): ContextFields {
  return Object.fromEntries(contextSections.map(({ key }) => [key, ''])) as ContextFields;
}
