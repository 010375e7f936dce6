import { createHash, randomUUID } from 'node:crypto';
import type { IsolationExpectations } from '@commons/shared-db/testing';
import { heldProfile } from './held-profile.ts';

const text = 'Ben may read the notes.';
const offer = { name: 'Ben', level: 'view', scopes: ['notes'], ends_at: '2036-01-01' };

/** Grants, and how they come to be. Functions that accept, change and end one run in the caller's context. */
export const careIsolation: IsolationExpectations = {
  'grace.caregivers': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      user_id: arrange.ownerId,
      ...offer,
    }),
    change: { relationship: 'daughter' },
    rights: { owner: { select: 1, update: 1 }, definer: { select: 1, insert: 1, update: 1 } },
    ownerColumn: null,
  },
  'grace.invitations': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      email: `${randomUUID()}@example.org`,
      ...offer,
      token_hash: 'a'.repeat(64),
      consent_version: '1',
      consent_text: text,
      expires_at: '2035-01-01',
    }),
    change: { cancelled_at: '2030-01-01' },
    rights: { owner: { select: 1, insert: 1, update: 1 }, definer: { select: 1, update: 1 } },
    ownerColumn: null,
  },
  'grace.consents': {
    row: async (arrange) => ({
      profile_id: (await heldProfile(arrange)).id,
      grant_id: randomUUID(),
      event: 'granted',
      user_id: arrange.ownerId,
      granted_by: arrange.ownerId,
      granted_by_name: 'Amara',
      basis: 'guardian',
      person_name: 'Margaret Okafor',
      ...offer,
      text_version: '1',
      text,
      text_hash: createHash('sha256').update(text).digest('hex'),
    }),
    change: { text: 'Ben may do everything.' },
    rights: { owner: { select: 1 }, definer: { select: 1, insert: 1 } },
    ownerColumn: null,
  },
};
