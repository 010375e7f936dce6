import { createHash, randomUUID } from 'node:crypto';
import type { IsolationExpectations } from '@commons/shared-db/testing';
import { fromFile, heldProfile, onTheCard, onTheCardFromFile } from './held-profile.ts';

/** Who may do what with notes and with the emergency card. */
export const recordsIsolation: IsolationExpectations = {
  'grace.notes': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      author_id: arrange.ownerId,
      body: 'Slept well.',
    }),
    change: { body: 'Slept badly.' },
    rights: { owner: { select: 1, insert: 1, update: 1 }, ...fromFile },
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
  'grace.emergency_cards': {
    row: async (arrange) => ({ profile_id: (await heldProfile(arrange)).id, doctor: 'Dr Shah' }),
    change: { doctor: 'Dr Lind' },
    key: ['profile_id'],
    rights: { owner: { select: 1, insert: 1, update: 1 }, ...onTheCardFromFile },
    ownerColumn: null,
  },
  'grace.contacts': {
    row: async (arrange) => ({
      profile_id: (await heldProfile(arrange)).id,
      name: 'Ben Okafor',
      phone: '+44 20 7946 0018',
      position: 1,
    }),
    change: { phone: '+44 20 7946 0019' },
    key: ['profile_id', 'position'],
    rights: { owner: { select: 1, insert: 1, delete: 1 }, ...onTheCardFromFile },
    ownerColumn: null,
  },
  'grace.card_links': {
    row: async (arrange) => {
      const tokenHash = createHash('sha256').update(arrange.ownerId).digest('hex');
      await arrange.sql`select set_config('grace.card_token', ${`${tokenHash} ${arrange.ownerId}`}, true)`;
      return {
        id: randomUUID(),
        profile_id: (await heldProfile(arrange)).id,
        token_hash: tokenHash,
        expires_at: new Date(),
      };
    },
    change: { revoked_at: new Date() },
    rights: { owner: { select: 1, insert: 1, update: 1 }, ...onTheCard },
    ownerColumn: null,
  },
  'grace.handover_marks': {
    row: async (arrange) => ({
      profile_id: (await heldProfile(arrange)).id,
      user_id: arrange.ownerId,
      read_until: '2026-11-01',
    }),
    change: { read_until: '2026-11-02' },
    rights: { owner: { select: 1, insert: 1, update: 1 } },
  },
};
