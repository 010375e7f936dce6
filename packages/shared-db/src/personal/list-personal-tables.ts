import type { Tx } from '../context/run-in-transaction.ts';
import { type CataloguedTable, type KeyColumn, type Reference, readCatalogue } from './read-catalogue.ts';

/** A table with rows of people, and how to find those of the person who asks; but for its name everything is as SQL takes it. */
export interface PersonalTable {
  /** `schema.table`. */
  name: string;
  from: string;
  columns: string[];
  key: KeyColumn[];
  /** A condition on the alias `entry`. */
  condition: string;
}

const people = 'public.users';
const me = '(select app.user_id())';

/**
 * The tables of shared-db and of these apps that have rows of the person who asks, by their foreign keys: rows that name the person,
 * and rows that would go with them because they hang under rows that do.
 */
export async function listPersonalTables(tx: Tx, apps: readonly string[]): Promise<PersonalTable[]> {
  return personalTables(await readCatalogue(tx, ['public', 'app', ...apps]));
}

function personalTables(tables: readonly CataloguedTable[]): PersonalTable[] {
  const byName = new Map(tables.map((table) => [table.name, table]));

  /** What is true of rows that go with the person; undefined where none does. */
  function goesWithPerson(
    table: CataloguedTable,
    alias: string,
    seen: readonly string[],
  ): string | undefined {
    if (table.name === people) return `${alias}."id" = ${me}`;
    const ways = table.references
      .filter(({ cascades }) => cascades)
      .flatMap((reference) => followed(reference, alias, [...seen, table.name]) ?? []);
    return ways.length > 0 ? ways.join(' or ') : undefined;
  }

  function followed(reference: Reference, alias: string, seen: readonly string[]): string | undefined {
    const { target, columns, targetColumns } = reference;
    if (target === people) return `${columns.map((column) => `${alias}.${column}`).join()} = ${me}`;
    const parent = byName.get(target);
    // A row under one of its own table goes by its own owner, or by that of the table above.
    if (!parent || seen.includes(target)) return undefined;
    const inner = `above_${seen.length}`;
    const condition = goesWithPerson(parent, inner, seen);
    if (condition === undefined) return undefined;
    const [own, theirs] = [list(columns, alias), list(targetColumns, inner)];
    return `(${own}) in (select ${theirs} from ${parent.quotedName} as ${inner} where ${condition})`;
  }

  return tables.flatMap((table) => {
    const naming = table.references
      .filter(({ target, cascades }) => target === people && !cascades)
      .flatMap((reference) => followed(reference, 'entry', []) ?? []);
    const going = goesWithPerson(table, 'entry', []);
    const conditions = going === undefined ? naming : [going, ...naming];
    if (conditions.length === 0) return [];
    const { name, quotedName, columns, key } = table;
    // Without a key it could not be read in parts.
    if (key.length === 0) throw new Error(`${name} has no primary key that its people may read.`);
    return [{ name, from: quotedName, columns, key, condition: conditions.join(' or ') }];
  });
}

const list = (columns: readonly string[], alias: string) =>
  columns.map((column) => `${alias}.${column}`).join(', ');
