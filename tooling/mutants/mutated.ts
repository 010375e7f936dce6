import type { Mutant } from './mutant.ts';

/**
 * The text with the guard taken out.
 *
 * @throws when the guard does not stand there exactly once, which means that the list has grown old
 */
export function mutated(text: string, { id, file, find, replace }: Mutant): string {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    const count = text.split(find).length - 1;
    throw new Error(
      `The text of mutant "${id}" occurs ${count} times in ${file}. Bring tooling/mutants/areas up to date with the code.`,
    );
  }
  return before + replace + after;
}
