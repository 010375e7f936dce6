import type { Tx } from '@commons/shared-db';
import { notes } from '../schema/notes.ts';

const written = [
  { category: 'general', body: 'Likes her tea with the tablets, never before them.', isPinned: true },
  {
    category: 'symptom',
    body: 'Dizzy after getting up. Sat down for ten minutes, then it was gone. Blood pressure 104 over 62.',
  },
  { category: 'sleep', body: 'Up three times in the night, tired at breakfast.' },
  {
    category: 'visit',
    body: 'Dr Shah: keep the evening tablet, blood test in two weeks. She wants the list of missed doses.',
  },
  { category: 'mood', body: 'Sang along to the radio all morning. A good day.' },
  { category: 'general', body: 'I worry about the winter. For me alone.', isPrivate: true },
] as const;

/** What was noticed about a demonstration person, in their holder's context. */
export async function addNotes(tx: Tx, profileId: string, authorId: string): Promise<void> {
  await tx
    .insert(notes)
    .values(written.map((note, at) => ({ ...note, id: idOf(at), profileId, authorId })))
    .onConflictDoNothing({ target: notes.id });
}

const idOf = (at: number) => `019aa5c0-0000-7000-8000-00000000b00${at}`;
