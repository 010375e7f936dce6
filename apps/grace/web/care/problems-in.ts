import { describeError } from '@commons/ui';
import type { z } from 'zod';

/** What is wrong with each field, in words: by the schema before sending, by the server after. */
export function problemsIn<Values extends object>(
  schema: z.ZodType,
  values: Values,
  failure: unknown,
): Partial<Record<keyof Values, string>> {
  const { error } = schema.safeParse(values);
  const own = (error?.issues ?? []).map(({ path, message }) => [path[0], message]);
  const { fields = {} } = failure ? describeError(failure) : {};
  const theirs = Object.entries(fields).map(([field, messages]) => [field, messages[0]]);
  return Object.fromEntries([...theirs, ...own]);
}
