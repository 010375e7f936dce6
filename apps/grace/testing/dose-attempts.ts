import { uuidV7 } from '@commons/shared-db';
import type { GraceServer, newHolder } from './family.ts';
import { dailyAt } from './medicine.ts';
import { plannedMedicine } from './planned-medicine.ts';

/** A dose in somebody's log. */
export type LoggedDose = Awaited<ReturnType<typeof loggedDose>>;

export async function loggedDose(server: GraceServer, holder: Awaited<ReturnType<typeof newHolder>>) {
  const medicine = await plannedMedicine(server, { profileId: holder.profileId, plan: dailyAt('08:00') });
  const dose = { ...medicine, id: uuidV7(), localDate: '2026-11-20', slot: '08:00' };
  await holder.client.doses.log.mutate({ ...dose, actualAt: '2026-11-20T08:02:00Z' });
  return dose;
}

/** How a stranger would try everything about doses with the ids of one. */
export function doseAttempts(dose: () => LoggedDose): Record<string, () => object> {
  return {
    'doses.today': dose,
    'doses.history': dose,
    'doses.prnStatus': dose,
    'doses.duplicates': dose,
    'doses.log': () => ({ ...dose(), id: uuidV7() }),
    'doses.logAsNeeded': () => ({ ...dose(), id: uuidV7() }),
    'doses.skip': () => ({ ...dose(), id: uuidV7(), reason: 'asleep' }),
    'doses.undo': dose,
    'doses.correct': () => ({ ...dose(), reason: 'Mine now', replacement: null }),
    'doses.recordEffect': () => ({ ...dose(), administrationId: dose().id, effect: 'helped' }),
    'doses.resolveDuplicate': () => ({ ...dose(), resolution: 'given_too' }),
  };
}
