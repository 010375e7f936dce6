import type { MedicationAdministration } from '@medplum/fhirtypes';
import { nameWithStrength } from '../../../medicine/strength.ts';
import { formatAmount } from '../../../schedule/amount.ts';
import type { ExportedMedicines } from '../read-medicines.ts';
import type { ExportedRecord } from '../read-record.ts';
import { referenceTo } from './reference.ts';

/** What really happened: completed, not done and why, or entered in error. */
export function administrationsOf(
  { profile }: ExportedRecord,
  { doses, medications }: ExportedMedicines,
): MedicationAdministration[] {
  const names = new Map(medications.map((medication) => [medication.id, nameWithStrength(medication)]));
  return doses.map((dose): MedicationAdministration => {
    const {
      status: outcome,
      amount,
      unit,
      skipReason,
      note,
      prnReason,
      enteredInErrorAt,
      errorReason,
    } = dose;
    const isSkipped = outcome === 'skipped';
    const status = enteredInErrorAt ? 'entered-in-error' : isSkipped ? 'not-done' : 'completed';
    const reason = enteredInErrorAt ? errorReason : skipReason;
    const words = [note, outcome === 'partial' ? 'Taken in part' : ''].filter(Boolean);
    return {
      resourceType: 'MedicationAdministration',
      id: dose.id,
      status,
      ...(reason && { statusReason: [{ text: reason.replaceAll('_', ' ') }] }),
      medicationCodeableConcept: { text: names.get(dose.medicationId) ?? 'Unknown' },
      subject: referenceTo(profile.id),
      effectiveDateTime: dose.actualAt.toISOString(),
      performer: [{ actor: { display: dose.recordedByName } }],
      ...(prnReason && { reasonCode: [{ text: prnReason }] }),
      request: referenceTo(dose.versionId),
      ...(words.length > 0 && { note: words.map((text) => ({ text })) }),
      ...(!isSkipped && {
        dosage: { text: formatAmount(amount, unit), dose: { value: Number(amount), unit } },
      }),
    };
  });
}
