import { randomUUID } from 'node:crypto';
import type { IsolationExpectations } from '@commons/shared-db/testing';
import { heldProfile } from './held-profile.ts';

/** Who may do what with notes. */
export const recordsIsolation: IsolationExpectations = {
  'grace.notes': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      author_id: arrange.ownerId,
      body: 'Slept well.',
    }),
    change: { body: 'Slept badly.' },
    rights: { owner: { select: 1, insert: 1, update: 1 } },
    ownerColumn: null,
  },
  'grace.note_revisions': {
    row: async (arrange) => {
      const profileId = (await heldProfile(arrange)).id;
      const note = await arrange.insert('grace.notes', {
        profile_id: profileId,
        author_id: arrange.ownerId,
        body: 'Slept well.',
      });
      return {
        id: randomUUID(),
        note_id: note.id,
        profile_id: profileId,
        version: 2,
        category: 'general',
        body: 'Slept badly.',
        is_private: false,
        is_error: false,
      };
    },
    change: { is_private: true },
    // The trigger keeps every wording in the context of whoever changed the note.
    rights: { owner: { select: 1 }, definer: { select: 1, insert: 1, update: 1 } },
    ownerColumn: null,
  },
};
