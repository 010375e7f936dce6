import { describeError } from '../errors/describe-error.ts';

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/**
 * What a schema finds wrong with the values of a form: the first thing of each field, which is the one to solve first.
 * A field is called as the path to it begins, unless `fieldOf` calls it otherwise.
 *
 * @example
 * const problems = problemsByField(CreateNote.safeParse(values).error?.issues);
 */
export function problemsByField(
  issues: readonly Issue[] = [],
  fieldOf: (path: Issue['path']) => string = ([first]) => String(first),
): Record<string, string> {
  return Object.fromEntries(issues.toReversed().map(({ path, message }) => [fieldOf(path), message]));
}

/** The same in a sentence, for where no field can be marked; undefined where no field is to blame. */
export function refusedWords(error: unknown): string | undefined {
  // What a library words by itself is no sentence.
  const words = Object.values(refusedFields(error)).filter((text) => text.endsWith('.'));
  return words.length === 0 ? undefined : words.join(' ');
}

/** What the server finds wrong with the fields of a form; empty where the form as a whole has failed, or nothing has. */
export function refusedFields(error: unknown): Record<string, string> {
  const fields = error ? describeError(error).fields : {};
  const named = Object.entries(fields).filter(([name]) => name !== '');
  return Object.fromEntries(named.map(([name, [first]]) => [name, first ?? '']));
}
