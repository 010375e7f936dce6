/** Two answers to choose from. */
export type Choices = [string, string];

const longest = 40;

/** The choice that a line such as "[Tea | Coffee]" offers. */
export function readChoices(line: string): Choices | undefined {
  const [, first, second] = /^\s*\[([^[\]|]+)\|([^[\]|]+)\]\s*$/.exec(line) ?? [];
  const choices = [first, second].map((choice) => choice?.trim() ?? '');
  return choices.every((choice) => choice !== '' && choice.length <= longest) && choices[0] !== choices[1]
    ? (choices as Choices)
    : undefined;
}

/** The line that offers a choice. */
export const writeChoices = ([first, second]: readonly string[]): string => `[${first} | ${second}]`;
