import { parseArgs } from 'node:util';
import { type DatabaseSettings, requireOwner } from '../connection/env.ts';
import { leaveOnSignal } from '../connection/leave-on-signal.ts';
import { type ProvidedDatabase, provideDatabase } from '../connection/provide-database.ts';
import type { DatabaseModule } from '../migrate/database-module.ts';
import { MigrationError } from '../migrate/migration-error.ts';
import { assertKnownWords } from './assert-known-words.ts';
import { commands } from './commands.ts';

/** What the command line works on; the gateway knows which apps there are, so it passes them in. */
export interface DatabaseCliOptions {
  modules: readonly DatabaseModule[];
  settings: DatabaseSettings;
  /** Folder of the embedded database and of generated passwords. */
  dataFolder: string;
  /** Makes the demonstration data. */
  seed(logins: ProvidedDatabase['logins']): Promise<void>;
  print(line: string): void;
}

/** The words of one call, sorted out. */
export interface CommandInput {
  target: string | undefined;
  message: string | undefined;
  app: string | undefined;
  empty: boolean;
  json: boolean;
}

/** What a command runs with: the options of the tool, and a database with its owner where the command needs one. */
export interface CommandContext extends DatabaseCliOptions {
  logins: ProvidedDatabase['logins'];
  ownerUrl: string;
  provided: ProvidedDatabase;
  /** A login that may change the others, where there is one. */
  adminUrl: string | undefined;
}

const usage = `pnpm db <command>

  setup                    make the logins and roles, apply every migration
  migrate -m "text"        write the migration that the schema files ask for (--app x, --empty)
  upgrade [revision]       apply what is pending, up to the revision
  downgrade [revision]     take back the last one; -N the last N; base all; or down to the revision (--app x)
  history                  list all migrations
  current                  the newest applied migration of each app
  seed                     add the demonstration data
  dump                     write each app's schema.txt from the database
  lint                     hold tables, policies, rights and roles against the rules (--json)
  doctor                   look at server, logins, migrations, schema, rules, locks and space
  lock ["reason"]          make the service read-only at once, for maintenance or in an emergency
  unlock                   let the service write again
  backup [file]            write every row into a file, as of one moment, while the service goes on
  restore <file>           put a backup into an empty database`;

/** Runs one `pnpm db` command and returns the exit code of the process; a mistake becomes a sentence, not a stack. */
export async function runDatabaseCli(argv: readonly string[], options: DatabaseCliOptions): Promise<number> {
  try {
    const { name, flags, words, input } = parse(argv);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      options.print(name ? `There is no command "${name}".\n\n${usage}` : usage);
      return name ? 1 : 0;
    }
    assertKnownWords(name, flags, words);
    const provided = await provideDatabase(options.settings, options.dataFolder);
    try {
      const ownerUrl = requireOwner(provided.logins);
      const context = {
        ...options,
        logins: provided.logins,
        ownerUrl,
        provided,
        adminUrl: provided.adminUrl,
      };
      const result = await leaveOnSignal(provided, async () => command(context, input));
      return result === false ? 1 : 0;
    } finally {
      await provided.stop();
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    options.print(error instanceof MigrationError || !error.stack ? error.message : explain(error));
    return 1;
  }
}

const explain = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? `${error.message} (${error.code})` : error.message;

function parse(argv: readonly string[]): {
  name: string;
  flags: string[];
  words: string[];
  input: CommandInput;
} {
  // "-1" is a target here, not a flag.
  const target = argv.slice(1).find((word) => /^-\d+$/.test(word));
  const { values, positionals } = readWords(argv.filter((word) => word !== target));
  const words = [...(target ? [target] : []), ...positionals.slice(1)];
  return {
    flags: Object.keys(values).filter((flag) => values[flag as keyof typeof values] !== false),
    words,
    name: values.help ? '' : (positionals[0] ?? ''),
    input: {
      target: words[0],
      message: values.message,
      app: values.app,
      empty: values.empty,
      json: values.json,
    },
  };
}

function readWords(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        message: { type: 'string', short: 'm' },
        app: { type: 'string' },
        empty: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node's own sentence goes on about positional arguments.
    const [sentence = ''] = (error instanceof Error ? error.message : '').split(/[.\n]/);
    throw new MigrationError(`${sentence}. "pnpm db" lists what each command takes.`);
  }
}
