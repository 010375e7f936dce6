import type { Dose } from '../../schedule/doses.ts';
import { slotKey } from '../../schedule/slot-key.ts';

/** What planning looks at; who is told is decided before. */
export interface PlanFacts {
  holderId: string;
  /** Who hears at the time of each dose. */
  wantDoses: readonly string[];
  /** Whom to turn to when nobody has logged it, one group after the other. */
  escalation: readonly (readonly string[])[];
  doses: readonly (Dose & { medicationId: string })[];
  /** Minutes by medicine; one that is not there is not escalated. */
  delays: ReadonlyMap<string, number>;
  now: number;
}

/** A notice about a planned dose, for one person. */
export interface PlannedNotice {
  userId: string;
  kind: 'dose_due' | 'dose_open';
  key: string;
  step: number;
  medicationId: string;
  versionId: string;
  localDate: string;
  slot: string;
  scheduledAt: Date;
  sendAt: Date;
}

const msPerMinute = 60_000;
/** What should have been told longer ago than that, after an outage for example, is no longer news. */
const staleMs = 6 * 60 * msPerMinute;

/**
 * The notices of doses that nobody has logged: at their time to whoever wants that, and then, a delay apart, to the holder and the
 * first caregivers, to the next ones, and so on.
 */
export function planNotices(facts: PlanFacts): PlannedNotice[] {
  const { doses, now } = facts;
  return doses
    .filter(({ administration, isHeld }) => !administration && !isHeld)
    .flatMap((dose) => [...atItsTime(dose, facts), ...whenOpen(dose, facts)])
    .filter(({ sendAt }) => sendAt.getTime() > now - staleMs);
}

type PlannedDose = PlanFacts['doses'][number];

function atItsTime(dose: PlannedDose, { wantDoses }: PlanFacts): PlannedNotice[] {
  return wantDoses.map((userId) => noticeOf(dose, userId, 0, dose.scheduledAt));
}

function whenOpen(dose: PlannedDose, { holderId, escalation, delays }: PlanFacts): PlannedNotice[] {
  const delayMinutes = delays.get(dose.medicationId);
  if (delayMinutes === undefined) return [];
  const [first = [], ...later] = escalation;
  return [[holderId, ...first], ...later].flatMap((group, index) =>
    group.map((userId) =>
      noticeOf(dose, userId, index + 1, dose.scheduledAt + (index + 1) * delayMinutes * msPerMinute),
    ),
  );
}

function noticeOf(dose: PlannedDose, userId: string, step: number, sendAt: number): PlannedNotice {
  const { medicationId, versionId, localDate, slot, scheduledAt } = dose;
  return {
    userId,
    kind: step === 0 ? 'dose_due' : 'dose_open',
    // Told once that it is open, in whatever order others come and go.
    key: `${slotKey(dose)} ${step === 0 ? 'due' : 'open'}`,
    step,
    medicationId,
    versionId,
    localDate,
    slot,
    scheduledAt: new Date(scheduledAt),
    sendAt: new Date(sendAt),
  };
}
