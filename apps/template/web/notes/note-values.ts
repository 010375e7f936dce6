import { problemsByField } from '@commons/ui';
import { NoteText } from '../../server/notes/schemas.ts';
import type { Note } from '../client.ts';

/** What the form holds, and the version that it began from; 0 for a note that is not there yet. */
export interface NoteValues extends NoteText {
  version: number;
}

const empty: NoteText = { title: '', body: '' };

const fields = Object.keys(empty) as (keyof NoteText)[];

/** What a person wrote, and nothing else of what it comes with. */
export function textOf(from: Partial<NoteText>): NoteText {
  const kept = fields.filter((field) => typeof from[field] === typeof empty[field]);
  return { ...empty, ...Object.fromEntries(kept.map((field) => [field, from[field]])) };
}

export const valuesOf = (note: Note | null): NoteValues => ({
  ...textOf(note ?? empty),
  version: note?.version ?? 0,
});

/** Reads what a draft kept; nothing when there is none or it is damaged. */
export function readDraftValues(text: string): NoteValues | null {
  try {
    const draft = JSON.parse(text);
    return { ...textOf(draft), version: Number(draft.version) };
  } catch {
    return null;
  }
}

const said = (value: unknown) => (typeof value === 'string' ? value.trim() : value);

export const saysTheSame = (one: NoteText, other: NoteText): boolean =>
  fields.every((field) => said(one[field]) === said(other[field]));

/** What is wrong with the values, by field, in the words of the server. */
export function problemsIn(values: NoteText): Partial<Record<keyof NoteText, string>> {
  return problemsByField(NoteText.safeParse(values).error?.issues);
}
