import { randomUUID } from 'node:crypto';
import type { Arrange, IsolationExpectations, Row } from '@commons/shared-db/testing';

/** A profile that the owner of the row holds. */
export const heldProfile = ({ ownerId, insert }: Arrange, values: Row = {}): Promise<Row> =>
  insert('grace.profiles', {
    user_id: ownerId,
    basis: 'guardian',
    holder_name: 'Amara',
    full_name: 'Margaret Okafor',
    preferred_name: 'Margaret',
    time_zone: 'Europe/London',
    ...values,
  });

/**
 * Who may do what with the tables of GRACE, as the holder of the profile and as anybody without a grant. What caregivers may is a
 * matrix of its own: `apps/grace/db/access-matrix.db.test.ts`.
 */
export const isolation: IsolationExpectations = {
  'grace.profiles': {
    row: ({ ownerId }) => ({
      id: randomUUID(),
      user_id: ownerId,
      basis: 'guardian',
      holder_name: 'Amara',
      full_name: 'Margaret Okafor',
      preferred_name: 'Margaret',
      time_zone: 'Europe/London',
    }),
    change: { preferred_name: 'Maggie' },
    rights: {
      owner: { select: 1, insert: 1, update: 1 },
      // The functions of the access rules read it in the caller's context.
      definer: { select: 1 },
    },
  },
  'grace.caregivers': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      user_id: arrange.ownerId,
      name: 'Ben',
      level: 'view',
      scopes: ['notes'],
      ends_at: '2036-01-01',
    }),
    change: { level: 'log' },
    rights: { owner: { select: 1, update: 1 }, definer: { select: 1 } },
    ownerColumn: null,
  },
  'grace.access_log': {
    row: async (arrange) => ({
      profile_id: (await heldProfile(arrange)).id,
      actor_id: arrange.ownerId,
      actor_name: 'Ben',
      resource: 'notes',
      via: 'app',
    }),
    change: { actor_name: 'Somebody else' },
    rights: { owner: { select: 1 }, definer: { select: 1, insert: 1 } },
    ownerColumn: null,
  },
};
