import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { ExportedRecord } from '../read-record.ts';
import { careTeamOf } from './care-team.ts';
import { healthOf } from './health.ts';
import { administrationsOf } from './medication-administrations.ts';
import { requestsOf } from './medication-requests.ts';
import { patientOf } from './patient.ts';

/** The record as a FHIR R4 bundle; references point at entries of the same bundle. */
export function toBundle(record: ExportedRecord, now: Date): Bundle {
  const { medicines } = record;
  const resources: Resource[] = [
    patientOf(record),
    ...careTeamOf(record, now),
    ...(medicines ? requestsOf(record, medicines, now) : []),
    ...(medicines ? administrationsOf(record, medicines) : []),
    ...(medicines ? healthOf(record, medicines) : []),
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: now.toISOString(),
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  };
}
