import { type Caller, type SeedContext, uuidV7 } from '@commons/shared-db';
import { notes } from './schema/notes.ts';

const demoNotes = [
  { title: 'Before the weekend', body: 'Call the baker.\nWater the plants.\nAnswer Tomás.' },
  { title: 'A good sentence', body: 'What is shown has been stored.' },
];

/** Gives the first demonstration account a few notes, unless it has any already. */
export async function seed({ database, demoUsers }: SeedContext): Promise<void> {
  const userId = demoUsers.get('amara@demo.example');
  if (!userId) return;
  const caller: Caller = { userId, app: 'boardofone' };
  await database.asUser(caller, async (tx) => {
    const [any] = await tx.select({ id: notes.id }).from(notes).limit(1);
    if (any) return;
    await tx.insert(notes).values(demoNotes.map((note) => ({ id: uuidV7(), userId, ...note })));
  });
}
