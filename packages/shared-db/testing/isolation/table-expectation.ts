import type { TransactionSql } from 'postgres';
import { type Actor, type Command, commands } from './actors.ts';

/** Column values by SQL name. */
export type Row = Record<string, unknown>;

/** `1` reaches the row, `0` silently does not, `denied` is PostgreSQL's error 42501. */
export type Outcome = 0 | 1 | 'denied';

/** Outcomes by actor and command. */
export type Rights = Record<Actor, Record<Command, Outcome>>;

/** What `row` may use to arrange the row it describes; everything runs as a superuser and is rolled back. */
export interface Arrange {
  /** The person the row must belong to; already in `users`, unless the expectation says `isPerson`. */
  ownerId: string;
  /** Inserts a parent of the row and returns it with its defaults. */
  insert(table: string, values: Row): Promise<Row>;
  sql: TransactionSql;
}

/** What holds for one table or view; what is not stated is denied. */
export interface TableExpectation {
  /** Values of a new row that belongs to `ownerId`: only columns that those who may insert are granted. */
  row(arrange: Arrange): Row | Promise<Row>;
  /** One UPDATE that those who may update are granted; it must really change the row. */
  change: Row;
  /**
   * Who reaches the row. A stranger and a request without a person reach nothing of what the owner may do; say so here when
   * they do (a shared table), or when anonymous visitors or the service login may do something. The login that migrates owns
   * the table and reaches no row of it; a function with its rights reaches what it does, and more when that is stated.
   */
  rights: Partial<Record<Actor, Partial<Record<Command, Outcome>>>>;
  /** Columns that find the row; the primary key unless stated, which a view has to. */
  key?: readonly string[];
  /** The column that says whose row it is: `user_id` where the table has one, unless stated; `null` for none. */
  ownerColumn?: string | null;
  /** The row is the person, so the person is not put into `users` beforehand. */
  isPerson?: boolean;
}

/** Expectations by `schema.table`. */
export type IsolationExpectations = Readonly<Record<string, TableExpectation>>;

/** The usual case: the owner may do everything with the row and nobody else anything. */
export function ownedRows(expectation: Pick<TableExpectation, 'row' | 'change'>): TableExpectation {
  return { ...expectation, rights: { owner: { select: 1, insert: 1, update: 1, delete: 1 } } };
}

/** The stated rights with the rest filled in. */
export function completeRights({ rights }: TableExpectation): Rights {
  const denied = forEachCommand(() => 'denied');
  const owner = { ...denied, ...rights.owner };
  // The same role as the owner's, hence the same grants: what the owner may do reaches nothing, the rest is denied.
  const other = forEachCommand((command) =>
    command === 'insert' || owner[command] === 'denied' ? 'denied' : 0,
  );
  const migrator = { select: 0, insert: 'denied', update: 0, delete: 0, ...rights.migrator } as const;
  return {
    owner,
    stranger: { ...other, ...rights.stranger },
    anonymous: { ...denied, ...rights.anonymous },
    nobody: { ...other, ...rights.nobody },
    noContext: { ...denied, ...rights.noContext },
    service: { ...denied, ...rights.service },
    migrator,
    definer: { ...migrator, ...rights.definer },
  };
}

function forEachCommand(outcomeOf: (command: Command) => Outcome): Record<Command, Outcome> {
  const outcomes = commands.map((command) => [command, outcomeOf(command)]);
  return Object.fromEntries(outcomes) as Record<Command, Outcome>; // complete, because `commands` is
}
