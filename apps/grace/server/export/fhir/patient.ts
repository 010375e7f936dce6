import type { Patient } from '@medplum/fhirtypes';
import type { ExportedRecord } from '../read-record.ts';

/** The person who is cared for. */
export function patientOf({ profile, emergencyCard }: ExportedRecord): Patient {
  const { id, fullName, preferredName } = profile;
  return {
    resourceType: 'Patient',
    id,
    name: [
      { use: 'official', text: fullName },
      { use: 'usual', text: preferredName },
    ],
    ...(emergencyCard?.dateOfBirth && { birthDate: emergencyCard.dateOfBirth }),
    ...(emergencyCard?.contacts.length && {
      contact: emergencyCard.contacts.map(({ name, relation, phone }) => ({
        name: { text: name },
        telecom: [{ system: 'phone' as const, value: phone }],
        ...(relation && { relationship: [{ text: relation }] }),
      })),
    }),
  };
}
