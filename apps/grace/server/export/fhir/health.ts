import type { AllergyIntolerance, Condition } from '@medplum/fhirtypes';
import type { ExportedMedicines } from '../read-medicines.ts';
import type { ExportedRecord } from '../read-record.ts';
import { concept, referenceTo } from './reference.ts';

const categories = { medicine: 'medication', food: 'food', environment: 'environment' } as const;

/** Allergies and conditions; those that were wrong say so and nothing of their course. */
export function healthOf(
  { profile }: ExportedRecord,
  { allergies, conditions }: ExportedMedicines,
): (AllergyIntolerance | Condition)[] {
  const patient = referenceTo(profile.id);
  return [
    ...allergies.map((allergy): AllergyIntolerance => {
      const { category, severity, reaction, isEnteredInError: isWrong } = allergy;
      return {
        resourceType: 'AllergyIntolerance',
        id: allergy.id,
        ...(!isWrong && { clinicalStatus: concept('allergyintolerance-clinical', 'active') }),
        verificationStatus: concept(
          'allergyintolerance-verification',
          isWrong ? 'entered-in-error' : 'confirmed',
        ),
        ...(category !== 'none_known' && { category: [categories[category]] }),
        code: {
          ...(category === 'none_known' && {
            coding: [{ system: 'http://snomed.info/sct', code: '716186003' }],
          }),
          text: allergy.substance,
        },
        patient,
        recordedDate: allergy.notedOn ?? allergy.createdAt.toISOString(),
        ...(reaction && {
          reaction: [{ manifestation: [{ text: reaction }], ...(severity !== 'unknown' && { severity }) }],
        }),
      };
    }),
    ...conditions.map((condition): Condition => {
      const { onsetOn, resolvedOn, isEnteredInError: isWrong } = condition;
      return {
        resourceType: 'Condition',
        id: condition.id,
        ...(!isWrong && {
          clinicalStatus: concept('condition-clinical', resolvedOn ? 'resolved' : 'active'),
        }),
        verificationStatus: concept('condition-ver-status', isWrong ? 'entered-in-error' : 'confirmed'),
        code: { text: condition.name },
        subject: patient,
        ...(onsetOn && { onsetDateTime: onsetOn }),
        ...(resolvedOn && !isWrong && { abatementDateTime: resolvedOn }),
        recordedDate: condition.createdAt.toISOString(),
        ...(condition.note && { note: [{ text: condition.note }] }),
      };
    }),
  ];
}
