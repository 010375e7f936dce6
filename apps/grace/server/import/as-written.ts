import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** What the schema would take and would not change: nothing of a file is put right, or dropped, without a word. */
export function asWritten(schema: z.ZodType): z.ZodType {
  return z.unknown().superRefine((value, context) => {
    const { data, error } = schema.safeParse(value);
    if (error) {
      for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
    } else if (!isDeepStrictEqual(data, value)) {
      context.addIssue({ code: 'custom', message: 'This is not written as an export writes it.' });
    }
  });
}
