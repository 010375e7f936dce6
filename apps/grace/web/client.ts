import { createAppClient } from '@commons/ui';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { GraceRouter } from '../server/router.ts';

export const client = createAppClient<GraceRouter>('grace');

export const { useTRPC, useTRPCClient } = client;

/** What procedures answer, as it arrives over the wire: dates are strings. */
export type Outputs = inferRouterOutputs<GraceRouter>;

export type Profile = Outputs['profiles']['byId'];

export type Note = Outputs['notes']['list']['items'][number];

export type Medication = Outputs['medications']['byId'];

export type MedicationChange = Outputs['medications']['changes'][number];

export type Allergy = Outputs['allergies']['list'][number];

export type Condition = Outputs['conditions']['list'][number];
export type EmergencyCard = Outputs['emergencyCard']['byProfile'];
export type Caregiver = Outputs['caregivers']['list']['standing'][number];
export type Session = Outputs['sessions']['byId'];

export type Turn = Session['turns'][number];

export type Summary = Outputs['summaries']['list'][number];

export type StoryEntry = Outputs['story']['list'][number];
/** What procedures take. */
export type RouterInputs = inferRouterInputs<GraceRouter>;
