import { dailyAt, metforminFacts } from '../../testing/medicine-facts.ts';
import type { Medication, Profile } from '../client.ts';
import type { DoseMedication, TodayFacts } from '../today/administrations.ts';

export const margaretId = '019aa5c0-0000-7000-8000-00000000a001';
const metforminId = '019aa5c0-0000-7000-8000-00000000b001';

/** Margaret, for whom Amara answers. */
export const margaret = (part: Partial<Profile> = {}): Profile => ({
  id: margaretId,
  basis: 'guardian',
  fullName: 'Margaret Okafor',
  preferredName: 'Margaret',
  holderName: 'Amara Okafor',
  photo: null,
  timeZone: 'UTC',
  isDiscreet: true,
  isPlain: false,
  zoneMoves: [],
  version: 1,
  rights: {
    isHolder: true,
    level: 'manage',
    scopes: ['medications', 'notes', 'chat_summaries', 'chat_transcripts', 'emergency_card'],
    endsAt: null,
  },
  ...part,
});

const planned = (from: string): Medication['versions'][number] => ({
  id: '019aa5c0-0000-7000-8000-00000000c001',
  medicationId: metforminId,
  scheduleId: metforminId,
  plan: dailyAt('00:00') as Medication['versions'][number]['plan'],
  zone: 'UTC',
  effectiveFrom: Date.parse(from),
  lateWindowMinutes: 720,
  holds: [],
});

/** Margaret's Metformin, each day at midnight: on every day at any hour its dose is due or late. */
export const metformin = (part: Partial<Medication> = {}): Medication => ({
  ...metforminFacts,
  id: metforminId,
  profileId: margaretId,
  stoppedAt: null,
  stopReason: null,
  isEnteredInError: false,
  version: 1,
  createdAt: '2026-11-01T10:00:00.000Z',
  updatedAt: '2026-11-01T10:00:00.000Z',
  versions: [planned('2026-11-01T00:00:00Z')],
  ...part,
});

const doseMedication = (id: string, name: string): DoseMedication => ({
  id,
  name,
  strength: '500 mg',
  instructions: '',
  indication: '',
  look: '',
  missedDoseInstruction: '',
  isSkippable: true,
  prnTryFirst: '',
  prnSigns: '',
  prnReviewOn: null,
  lastTakenAt: null,
});

export const paracetamolVersion = '019aa5c0-0000-7000-8000-00000000c002';
const paracetamolId = '019aa5c0-0000-7000-8000-00000000b002';

/** Her day: Metformin to be given, and Paracetamol as needed, four times in a day at most. */
export function margaretsDay(now = new Date()): TodayFacts {
  const today = now.toISOString().slice(0, 10);
  return {
    now: now.toISOString(),
    timeZone: 'UTC',
    localDate: today,
    versions: [
      planned(`${today}T00:00:00Z`),
      {
        ...planned('2026-11-01T00:00:00Z'),
        id: paracetamolVersion,
        medicationId: paracetamolId,
        scheduleId: paracetamolId,
        plan: {
          kind: 'asNeeded',
          unit: 'tablet',
          amount: '1',
          reason: 'pain',
          minIntervalMinutes: 240,
          maxAmountIn24h: '4',
          followUpMinutes: null,
        } as TodayFacts['versions'][number]['plan'],
      },
    ],
    medications: [doseMedication(metforminId, 'Metformin'), doseMedication(paracetamolId, 'Paracetamol')],
    entries: [],
    duplicates: [],
  };
}
