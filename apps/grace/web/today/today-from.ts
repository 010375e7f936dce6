import type { AsNeededAdministration } from '../../schedule/administration.ts';
import type { Dose } from '../../schedule/doses.ts';
import { type PrnState, prnState } from '../../schedule/prn-state.ts';
import type { AsNeededPlan } from '../../schedule/schemas.ts';
import { type TodayView, todayView } from '../../schedule/today-view.ts';
import type { OutboxItem } from '../outbox/outbox-item.ts';
import {
  asNeededAdministrations,
  type DoseEntry,
  type DoseMedication,
  isPlanned,
  keyOf,
  type PlannedItem,
  plannedAdministrations,
  type TodayFacts,
  waitingAdministrations,
} from './administrations.ts';

/** A planned dose with its medicine, its entry in the log, and what of it is on its way. */
export interface TodayDose extends Dose {
  key: string;
  medicine: DoseMedication;
  entry: DoseEntry | undefined;
  item: PlannedItem | undefined;
}

export interface AsNeeded {
  versionId: string;
  plan: AsNeededPlan;
  medicine: DoseMedication;
  state: PrnState;
  /** Every dose of the medicine that counts towards its limits. */
  taken: AsNeededAdministration[];
  items: OutboxItem[];
}

type Lists = Pick<TodayView, 'overdue' | 'due' | 'later' | 'done' | 'missed' | 'held'>;

export interface Today extends Record<keyof Lists, TodayDose[]> {
  now: number;
  zone: string;
  localDate: string;
  asNeeded: AsNeeded[];
  /** Taken today without being planned. */
  unplanned: DoseEntry[];
  /** Doses of which it is time to ask whether they helped. */
  unanswered: DoseEntry[];
  duplicates: TodayFacts['duplicates'];
  items: readonly OutboxItem[];
  nameOf: (medicationId: string) => string;
  isEmpty: boolean;
}

/** How long after a dose the question is still worth asking. */
const questionMs = 12 * 3_600_000;

/** Works out what there is to do, from what the server said last, what is on its way, and the clock. */
export function todayFrom(facts: TodayFacts, items: readonly OutboxItem[], now: number): Today {
  const { versions, timeZone: zone } = facts;
  const medicines = new Map(facts.medications.map((medicine) => [medicine.id, medicine]));
  const medicineOf = new Map(
    versions.flatMap(({ id, medicationId }) => {
      const medicine = medicines.get(medicationId);
      return medicine ? [[id, medicine] as const] : [];
    }),
  );
  const named = (id: string) => medicineOf.get(id)?.name ?? '';
  // Doses of one moment stand by name, so that they change places with nothing that happens elsewhere.
  const known = versions
    .filter(({ id }) => medicineOf.has(id))
    .toSorted((a, b) => named(a.id).localeCompare(named(b.id)));
  const waiting = items.filter(isPlanned).filter(({ hasWaited, problem }) => hasWaited && !problem);
  const view = todayView(
    known,
    [...waitingAdministrations(waiting), ...plannedAdministrations(facts.entries)],
    zone,
    now,
  );
  const entryOf = new Map(
    facts.entries.flatMap((entry) => {
      const { versionId, localDate, slot } = entry;
      return localDate && slot ? [[keyOf({ versionId, localDate, slot }), entry] as const] : [];
    }),
  );
  const itemOf = new Map(items.filter(isPlanned).map((item) => [keyOf(item.input), item]));
  const list = (doses: Dose[]): TodayDose[] =>
    doses.flatMap((dose) => {
      const key = keyOf(dose);
      const medicine = medicineOf.get(dose.versionId);
      return medicine ? [{ ...dose, key, medicine, entry: entryOf.get(key), item: itemOf.get(key) }] : [];
    });
  const amountOf = new Map(
    [...view.done, ...view.overdue, ...view.due].map((dose) => [keyOf(dose), dose.amount]),
  );
  const asNeeded = known.flatMap(({ id, plan, medicationId, effectiveFrom, effectiveUntil }) => {
    const medicine = medicines.get(medicationId);
    const isInForce = effectiveFrom <= now && (effectiveUntil === undefined || now < effectiveUntil);
    if (plan.kind !== 'asNeeded' || !medicine || !isInForce) return [];
    const own = items.filter((item) => item.kind === 'logAsNeeded' && item.input.versionId === id);
    // Of the same medicine, whatever it was planned by.
    const sent = items.flatMap((item) => {
      if (item.problem || item.kind === 'skip' || medicineOf.get(item.input.versionId) !== medicine)
        return [];
      const planned = isPlanned(item) ? amountOf.get(keyOf(item.input)) : plan.amount;
      return [{ actualAt: item.input.actualAt, amount: item.input.amount ?? planned ?? '0' }];
    });
    const taken = asNeededAdministrations(facts, medicine, plan.unit, sent);
    return [
      { versionId: id, plan, medicine, taken, state: prnState(taken, plan, plan.amount, now), items: own },
    ];
  });
  const followUps = new Map(asNeeded.map(({ medicine, plan }) => [medicine.id, plan.followUpMinutes]));
  const unplanned = facts.entries.filter(({ slot }) => slot === null);
  return {
    now,
    zone,
    localDate: view.localDate,
    overdue: list(view.overdue),
    due: list(view.due),
    later: list(view.later),
    done: list(view.done),
    missed: list(view.missed),
    held: list(view.held),
    asNeeded,
    unplanned: unplanned.filter(({ actualAt }) => Date.parse(actualAt) >= view.dayStart),
    unanswered: latestOfEach(unplanned).filter(({ medicationId, actualAt, effect }) => {
      const minutes = followUps.get(medicationId);
      const since = now - Date.parse(actualAt);
      return !effect && minutes != null && since >= minutes * 60_000 && since < questionMs;
    }),
    duplicates: facts.duplicates,
    items,
    nameOf: (medicationId) => medicines.get(medicationId)?.name ?? '',
    isEmpty: known.length === 0,
  };
}

/** Entries come with the latest first. */
function latestOfEach(entries: DoseEntry[]): DoseEntry[] {
  return entries.filter(
    ({ medicationId }, at) => entries.findIndex((one) => one.medicationId === medicationId) === at,
  );
}
