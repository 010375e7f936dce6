import type { MedicationRequest } from '@medplum/fhirtypes';
import { nameWithStrength } from '../../../medicine/strength.ts';
import type { ExportedMedicines } from '../read-medicines.ts';
import type { ExportedRecord } from '../read-record.ts';
import { referenceTo } from './reference.ts';
import { toDosages } from './to-dosages.ts';

type Medication = ExportedMedicines['medications'][number];
type Version = ExportedMedicines['schedules'][number];

/** The plan: one request per version of a schedule, so that an administration points at the plan it had. */
export function requestsOf(
  { profile }: ExportedRecord,
  { medications, schedules, medicationHolds }: ExportedMedicines,
  now: Date,
): MedicationRequest[] {
  const byId = new Map(medications.map((medication) => [medication.id, medication]));
  const isHeld = (id: string) =>
    medicationHolds.some(
      ({ medicationId, startsAt, endsAt }) =>
        medicationId === id && startsAt <= now && (!endsAt || endsAt > now),
    );
  return schedules.flatMap((version): MedicationRequest[] => {
    const medication = byId.get(version.medicationId);
    if (!medication) return [];
    const status = statusOf(medication, version, isHeld(medication.id), now);
    const { instructions, indication, prescriber, stopReason } = medication;
    return [
      {
        resourceType: 'MedicationRequest',
        id: version.id,
        status,
        ...(status === 'stopped' && stopReason && { statusReason: { text: stopReason } }),
        intent: 'plan',
        medicationCodeableConcept: { text: nameWithStrength(medication) },
        subject: referenceTo(profile.id),
        authoredOn: version.createdAt.toISOString(),
        ...(prescriber && { requester: { display: prescriber } }),
        ...(indication && { reasonCode: [{ text: indication }] }),
        dosageInstruction: toDosages(version.plan).map((dosage) => ({
          ...dosage,
          ...(instructions && { patientInstruction: instructions }),
          route: { text: medication.route },
        })),
      },
    ];
  });
}

function statusOf(
  medication: Medication,
  { effectiveFrom, effectiveUntil }: Version,
  isHeld: boolean,
  now: Date,
): NonNullable<MedicationRequest['status']> {
  if (medication.isEnteredInError) return 'entered-in-error';
  const isOver = effectiveUntil !== null && effectiveUntil <= now;
  const isLast = medication.stoppedAt && effectiveUntil?.getTime() === medication.stoppedAt.getTime();
  if (isOver) return isLast ? 'stopped' : 'completed';
  if (effectiveFrom > now) return 'draft';
  return isHeld ? 'on-hold' : 'active';
}
