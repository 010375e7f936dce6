import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { emergencyCards } from '../../db/schema/emergency-cards.ts';
import { profiles } from '../../db/schema/profiles.ts';
import type { FileRecord } from './record-schema.ts';
import type { FileRow } from './row-schema.ts';

/** Columns that name an account; the database keeps those of the caller alone. */
const accounts = new Set([
  'userId',
  'createdBy',
  'actorId',
  'recordedBy',
  'enteredInErrorBy',
  'takenBackBy',
  'authorId',
]);

/** A record as `grace.import_record` takes it: a list for each table, under the names of its columns, with new ids. */
export function toRows(
  { profile, card, lists }: FileRecord,
  idOf: (id: string) => string,
): Record<string, unknown> {
  const tables = lists.map(({ part, rows }) => [
    getTableName(part.table),
    rows.map((row) => toRow(part.table, ended(row), idOf)),
  ]);
  const { contacts = [], version } = card ?? {};
  return {
    ...Object.fromEntries(tables),
    profile: toRow(profiles, profile, idOf),
    // Version 0 is a card on which nothing has been written.
    emergency_cards: card && version !== 0 ? [toRow(emergencyCards, card, idOf)] : [],
    contacts: (contacts as object[]).map((contact, index) => ({ ...contact, position: index + 1 })),
  };
}

function toRow(table: PgTable, row: FileRow, idOf: (id: string) => string): FileRow {
  const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>);
  return Object.fromEntries(
    columns
      .filter(([name]) => row[name] !== undefined)
      .map(([name, column]) => {
        const value = row[name];
        const isLink = column.columnType === 'PgUUID' && !accounts.has(name);
        if (name === 'sentences') return [column.name, linked(value as Sentence[], idOf)];
        return [column.name, isLink && typeof value === 'string' ? idOf(value) : value];
      }),
  );
}

interface Sentence {
  text: string;
  turnIds: string[];
}
const linked = (sentences: readonly Sentence[], idOf: (id: string) => string): Sentence[] =>
  sentences.map(({ text, turnIds }) => ({ text, turnIds: turnIds.map(idOf) }));

/** Nobody goes on writing a turn that was being written when the file was saved. */
const ended = (row: FileRow): FileRow =>
  row.status === 'streaming' ? { ...row, status: 'interrupted', leaseExpiresAt: null } : row;
