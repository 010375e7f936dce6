import type { Caller, SeedContext } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { notes } from '../schema/notes.ts';

type Note = Partial<Pick<typeof notes.$inferInsert, 'category' | 'isPinned' | 'isPrivate'>> & {
  by: string;
  body: string;
};

const amara = 'amara@demo.example';
const chioma = 'chioma@demo.example';
const ben = 'ben@demo.example';

/** The oldest first; their ids are in the same order. */
const written: readonly Note[] = [
  {
    by: amara,
    category: 'general',
    body: 'Likes her tea with the tablets, never before them.',
    isPinned: true,
  },
  {
    by: amara,
    category: 'symptom',
    body: 'Dizzy after getting up. Sat down for ten minutes, then it was gone. Blood pressure 104 over 62.',
  },
  { by: ben, category: 'sleep', body: 'Up three times in the night, tired at breakfast.' },
  {
    by: chioma,
    category: 'visit',
    body: 'Dr Cole: keep the evening tablet, blood test in two weeks. She wants the list of missed doses.',
  },
  { by: amara, category: 'mood', body: 'Sang along to the radio all morning. A good day.' },
  { by: amara, category: 'general', body: 'I worry about the winter. For me alone.', isPrivate: true },
  { by: chioma, category: 'food', body: 'Ate all of the soup and asked for more. First time this week.' },
  {
    by: ben,
    category: 'symptom',
    body: 'The cough is better since the antibiotic. No fever this morning: 36.8 °C.',
  },
];

/**
 * What her holder and her caregivers noticed about Margaret, each in their own context: nobody signs for another. What is there is not
 * written again, since its author may have left her care in the meantime.
 */
export async function addNotes(
  { database, demoUsers }: Pick<SeedContext, 'database' | 'demoUsers'>,
  holder: Caller,
  profileId: string,
): Promise<void> {
  const there = await database.asUser(holder, (tx) =>
    tx.select({ id: notes.id }).from(notes).where(eq(notes.profileId, profileId)),
  );
  const known = new Set(there.map(({ id }) => id));
  for (const [at, { by, ...note }] of written.entries()) {
    const id = idOf(at);
    const authorId = demoUsers.get(by);
    if (!authorId || known.has(id)) continue;
    await database.asUser({ userId: authorId, app: 'grace' }, (tx) =>
      tx.insert(notes).values({ ...note, id, profileId, authorId }),
    );
  }
}

const idOf = (at: number) => `019aa5c0-0000-7000-8000-00000000b00${at}`;
