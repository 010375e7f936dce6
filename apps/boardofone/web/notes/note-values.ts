import { noteBody, noteTitle } from '../../server/notes/schemas.ts';
import type { Note } from '../client.ts';

/** What the form holds, and the version that it began from; 0 for a note that is not there yet. */
export interface NoteValues {
  title: string;
  body: string;
  version: number;
}

export const valuesOf = (note: Note | null): NoteValues =>
  note ? { title: note.title, body: note.body, version: note.version } : { title: '', body: '', version: 0 };

/** Reads what a draft kept; nothing when there is none or it is damaged. */
export function readDraftValues(text: string): NoteValues | null {
  try {
    const { title, body, version } = JSON.parse(text);
    return { title: String(title), body: String(body), version: Number(version) };
  } catch {
    return null;
  }
}

export const saysTheSame = (one: NoteValues, other: NoteValues): boolean =>
  one.title.trim() === other.title.trim() && one.body.trim() === other.body.trim();

/** What is wrong with the values, by field, in the words of the server. */
export function problemsIn({ title, body }: NoteValues): { title?: string; body?: string } {
  const [titleProblem, bodyProblem] = [
    noteTitle.safeParse(title).error?.issues[0]?.message,
    noteBody.safeParse(body).error?.issues[0]?.message,
  ];
  return { ...(titleProblem && { title: titleProblem }), ...(bodyProblem && { body: bodyProblem }) };
}
