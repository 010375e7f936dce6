import { randomUUID } from 'node:crypto';
import type { IsolationExpectations } from '@commons/shared-db/testing';
import { careIsolation } from './care-isolation.ts';
import { companionIsolation } from './companion-isolation.ts';
import { doseIsolation } from './dose-isolation.ts';
import { dailyPlan, heldMedication, paracetamol } from './held-medication.ts';
import { fromFile, heldProfile, onTheCardFromFile } from './held-profile.ts';
import { noticesIsolation } from './notices-isolation.ts';
import { recordsIsolation } from './records-isolation.ts';
import { stockIsolation } from './stock-isolation.ts';

const readAndWrite = { owner: { select: 1, insert: 1, update: 1 } } as const;
const onCard = { ...readAndWrite, ...onTheCardFromFile } as const;

/**
 * Who may do what with the tables of GRACE, as the holder of the profile and as anybody without a grant. What caregivers may is a
 * matrix of its own: `apps/grace/db/access-matrix.db.test.ts`.
 */
export const isolation: IsolationExpectations = {
  'grace.profiles': {
    row: async ({ ownerId, sql }) => {
      const id = randomUUID();
      await sql`select set_config('grace.import', ${`${id} ${ownerId}`}, true)`;
      return {
        id,
        user_id: ownerId,
        basis: 'guardian',
        holder_name: 'Amara',
        full_name: 'Margaret Okafor',
        preferred_name: 'Margaret',
        time_zone: 'Europe/London',
      };
    },
    change: { preferred_name: 'Maggie' },
    rights: {
      owner: { select: 1, insert: 1, update: 1 },
      // The functions of the access rules read it in the caller's context; another brings in a record from a file.
      definer: { select: 1, insert: 1 },
      // The jobs that plan notices learn who holds it, and no more: id and holder are all that is granted.
      service: { select: 1 },
    },
  },
  ...careIsolation,
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
  'grace.medications': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      ...paracetamol,
    }),
    change: { name: 'Panadol' },
    rights: onCard,
    ownerColumn: null,
  },
  'grace.schedules': {
    row: async (arrange) => ({
      ...(await heldMedication(arrange)),
      id: randomUUID(),
      schedule_id: randomUUID(),
      plan: dailyPlan,
      zone: 'Europe/London',
      late_window_minutes: 120,
      effective_from: '2026-11-01',
    }),
    change: { effective_until: '2026-12-01' },
    rights: onCard,
    ownerColumn: null,
  },
  'grace.medication_holds': {
    row: async (arrange) => ({
      ...(await heldMedication(arrange)),
      id: randomUUID(),
      starts_at: '2026-11-01',
      reason: 'Before the operation',
    }),
    change: { ends_at: '2026-11-08' },
    rights: onCard,
    ownerColumn: null,
  },
  'grace.medication_changes': {
    row: async (arrange) => ({
      ...(await heldMedication(arrange)),
      id: randomUUID(),
      actor_name: 'Amara',
      action: 'added',
      changes: [],
      effective_at: '2026-11-01',
    }),
    change: { reason: 'Another one' },
    rights: { owner: { select: 1, insert: 1 }, ...fromFile },
    ownerColumn: null,
  },
  'grace.allergies': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      category: 'medicine',
      substance: 'Penicillin',
    }),
    change: { reaction: 'Rash' },
    rights: onCard,
    ownerColumn: null,
  },
  'grace.conditions': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      name: 'Atrial fibrillation',
    }),
    change: { note: 'Since the spring' },
    rights: onCard,
    ownerColumn: null,
  },
  ...companionIsolation,
  ...doseIsolation,
  ...stockIsolation,
  ...recordsIsolation,
  ...noticesIsolation,
};
