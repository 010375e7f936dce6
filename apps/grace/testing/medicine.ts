import { uuidV7 } from '@commons/shared-db';
import type { SchedulePlan } from '../schedule/schemas.ts';
import type { CreateMedication, MedicationFacts } from '../server/medications/schemas.ts';
import { dailyAt, metforminFacts } from './medicine-facts.ts';

export { dailyAt, metforminFacts };

/** What `medications.create` takes: metformin at 08:00, unless something else is said. */
export function newMedication(
  profileId: string,
  { plan = dailyAt('08:00'), ...facts }: Partial<MedicationFacts> & { plan?: SchedulePlan } = {},
): CreateMedication {
  return {
    profileId,
    id: uuidV7(),
    facts: { ...metforminFacts, ...facts },
    schedule: { plan, lateWindowMinutes: null },
    from: 'now',
  };
}
