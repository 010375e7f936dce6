import { noteBody } from '../../server/notes/schemas.ts';
import type { Note } from '../client.ts';
import { categories } from './categories.ts';

/** What the form holds, and the version that it began from; 0 for a note that is not there yet. */
export interface NoteValues {
  body: string;
  category: Note['category'];
  isPrivate: boolean;
  version: number;
}

/** What a new note is about, where it is about something. */
export interface NoteAbout {
  doseId?: string;
  sessionId?: string;
}

export const emptyNote: NoteValues = { body: '', category: 'general', isPrivate: false, version: 0 };

export const valuesOf = ({ body, category, isPrivate, version }: Note): NoteValues => ({
  body,
  category,
  isPrivate,
  version,
});

/** Reads what a draft kept; nothing when there is none or it is damaged. */
export function readDraftValues(text: string): NoteValues | null {
  try {
    const { body, category, isPrivate, version } = JSON.parse(text);
    if (!Object.hasOwn(categories, category)) return null;
    return { body: String(body), category, isPrivate: isPrivate === true, version: Number(version) };
  } catch {
    return null;
  }
}

export const saysTheSame = (one: NoteValues, other: NoteValues): boolean =>
  one.body.trim() === other.body.trim() &&
  one.category === other.category &&
  one.isPrivate === other.isPrivate;

/** What is wrong with the text, in the words of the server. */
export const problemIn = ({ body }: NoteValues): string | undefined =>
  noteBody.safeParse(body).error?.issues[0]?.message;
