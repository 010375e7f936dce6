import type { Arrange } from '@commons/shared-db/testing';
import { heldProfile } from './held-profile.ts';

export const paracetamol = {
  name: 'Paracetamol',
  ingredients: ['paracetamol'],
  form: 'tablet',
  route: 'oral',
};

/** A medicine of somebody whose profile the owner of the row holds: the two columns by which rows hang under it. */
export async function heldMedication(
  arrange: Arrange,
): Promise<{ profile_id: unknown; medication_id: unknown }> {
  const profile = await heldProfile(arrange);
  const { id, profile_id } = await arrange.insert('grace.medications', {
    profile_id: profile.id,
    ...paracetamol,
  });
  return { profile_id, medication_id: id };
}

export const dailyPlan = {
  kind: 'daily',
  unit: 'tablet',
  startDate: '2026-11-01',
  end: { kind: 'never' },
  times: [{ time: '08:00', amount: '1' }],
};
