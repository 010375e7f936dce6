import { MigrationError } from '../migrate/migration-error.ts';

// What a command takes beside its name; those that are not listed take nothing.
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  migrate: ['message', 'app', 'empty'],
  downgrade: ['app'],
  lint: ['json'],
};
const takeOneWord = ['upgrade', 'downgrade', 'lock', 'backup', 'restore'];

/**
 * Refuses what a command would ignore, before it does anything.
 *
 * @throws MigrationError that names the word
 */
export function assertKnownWords(command: string, flags: readonly string[], words: readonly string[]): void {
  const flag = flags.find((one) => !flagsOf[command]?.includes(one));
  if (flag)
    throw new MigrationError(`"pnpm db ${command}" takes no --${flag}. "pnpm db" lists what it takes.`);
  const takesOne = takeOneWord.includes(command);
  const extra = words[takesOne ? 1 : 0];
  if (extra === undefined) return;
  throw new MigrationError(
    takesOne
      ? `"pnpm db ${command}" takes one word, and "${extra}" is one more. Put several into quotes.`
      : `"pnpm db ${command}" takes no "${extra}". "pnpm db" lists what it takes.`,
  );
}
