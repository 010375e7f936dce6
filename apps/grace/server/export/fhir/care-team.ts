import { createHash } from 'node:crypto';
import type { CareTeam, Consent, RelatedPerson } from '@medplum/fhirtypes';
import type { ExportedRecord } from '../read-record.ts';
import { concept, referenceTo } from './reference.ts';

type Grant = ExportedRecord['caregivers'][number];

/** Caregivers: who they are, what they do together, and what was agreed about each. */
export function careTeamOf(
  { profile, caregivers }: ExportedRecord,
  now: Date,
): (RelatedPerson | CareTeam | Consent)[] {
  if (caregivers.length === 0) return [];
  const patient = referenceTo(profile.id);
  const team: CareTeam = {
    resourceType: 'CareTeam',
    id: idFrom(profile.id, 'care team'),
    status: 'active',
    subject: patient,
    participant: caregivers.map((grant) => ({
      role: [{ text: grant.relationship || 'caregiver' }],
      member: referenceTo(grant.id),
      period: periodOf(grant),
    })),
  };
  const people = caregivers.map(
    (grant): RelatedPerson => ({
      resourceType: 'RelatedPerson',
      id: grant.id,
      active: isStanding(grant, now),
      patient,
      name: [{ text: grant.name }],
      relationship: [{ text: grant.relationship || 'caregiver' }],
      period: periodOf(grant),
    }),
  );
  const consents = caregivers.map(
    (grant): Consent => ({
      resourceType: 'Consent',
      id: idFrom(grant.id, 'consent'),
      status: isStanding(grant, now) ? 'active' : 'inactive',
      scope: concept('consentscope', 'patient-privacy'),
      category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
      patient,
      dateTime: grant.startsAt.toISOString(),
      policyRule: concept('v3-ActCode', 'OPTIN'),
      provision: {
        type: 'permit',
        period: periodOf(grant),
        actor: [{ role: concept('v3-ParticipationType', 'IRCP'), reference: referenceTo(grant.id) }],
        code: [{ text: `level ${grant.level}` }, ...grant.scopes.map((scope) => ({ text: scope }))],
      },
    }),
  );
  return [...people, team, ...consents];
}

const isStanding = ({ startsAt, endsAt, endedAt }: Grant, now: Date) =>
  !endedAt && startsAt <= now && endsAt > now;

const periodOf = ({ startsAt, endsAt, endedAt }: Grant) => ({
  start: startsAt.toISOString(),
  end: (endedAt ?? endsAt).toISOString(),
});

/** The same id in every export, for what has none of its own in the record. */
function idFrom(id: string, what: string): string {
  const hash = createHash('sha256').update(`${what} ${id}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
