import type { Administration, AsNeededAdministration } from '../../schedule/administration.ts';
import type { Dose } from '../../schedule/doses.ts';
import { slotKey } from '../../schedule/slot-key.ts';
import type { Outputs } from '../client.ts';
import type { OutboxItem } from '../outbox/outbox-item.ts';

export type TodayFacts = Outputs['doses']['today'];
export type DoseEntry = TodayFacts['entries'][number];
export type DoseMedication = TodayFacts['medications'][number];
export type PlannedItem = Extract<OutboxItem, { kind: 'log' | 'skip' }>;

/** What the log says of planned doses, as the engine takes it. */
export function plannedAdministrations(entries: readonly DoseEntry[]): Administration[] {
  return entries.flatMap(({ versionId, localDate, slot, status, actualAt, amount, unit, skipReason }) =>
    localDate && slot
      ? [
          {
            versionId,
            localDate,
            slot,
            outcome: status,
            actualAt: Date.parse(actualAt),
            amount,
            unit,
            isClinicianTold: skipReason === 'clinician_told',
          },
        ]
      : [],
  );
}

/** What waits for a connection counts as if it were in the log: nobody is asked to give it again. */
export function waitingAdministrations(items: readonly PlannedItem[]): Administration[] {
  return items.map((item) => ({
    versionId: item.input.versionId,
    localDate: item.input.localDate,
    slot: item.input.slot,
    outcome: item.kind === 'skip' ? 'skipped' : item.input.amount ? 'partial' : 'taken',
    actualAt: Date.parse(item.input.actualAt),
    amount: item.kind === 'skip' ? '0' : (item.input.amount ?? '0'),
    unit: 'tablet',
  }));
}

/** Every dose of one medicine that counts towards its limits. */
export function asNeededAdministrations(
  { entries }: Pick<TodayFacts, 'entries'>,
  { id, lastTakenAt }: DoseMedication,
  unit: string,
  waiting: readonly { actualAt: string; amount: string }[],
): AsNeededAdministration[] {
  const logged = entries
    .filter((entry) => entry.medicationId === id && entry.status !== 'skipped')
    .map((entry) => ({ actualAt: entry.actualAt, amount: entry.unit === unit ? entry.amount : '0' }));
  const older = lastTakenAt ? [{ actualAt: lastTakenAt, amount: '0' }] : [];
  return [...older, ...logged, ...waiting].map(({ actualAt, amount }) => ({
    actualAt: Date.parse(actualAt),
    amount,
  }));
}

export function isPlanned(item: OutboxItem): item is PlannedItem {
  return item.kind !== 'logAsNeeded';
}

export function keyOf({
  versionId,
  localDate,
  slot,
}: Pick<Dose, 'versionId' | 'localDate' | 'slot'>): string {
  return slotKey({ versionId, localDate, slot });
}
