import { problemsByField, refusedFields } from '@commons/ui';
import type { z } from 'zod';

/** What is wrong with each field, in words: by the schema before sending, by the server after. */
export function problemsIn<Values extends object>(
  schema: z.ZodType,
  values: Values,
  failure: unknown,
): Partial<Record<keyof Values, string>> {
  const { error } = schema.safeParse(values);
  const problems: Record<string, string> = { ...refusedFields(failure), ...problemsByField(error?.issues) };
  return problems as Partial<Record<keyof Values, string>>;
}
