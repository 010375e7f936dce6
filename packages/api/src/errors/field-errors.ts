import type { ZodError } from 'zod';
import type { FieldErrors } from './app-error.ts';

/** Zod's issues as messages per field; what was entered is not repeated. */
export function fieldErrors(error: ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}
