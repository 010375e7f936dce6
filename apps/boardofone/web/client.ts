import { createAppClient } from '@commons/ui';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../server/router.ts';

export const client = createAppClient<AppRouter>('boardofone');

export const { useTRPC, useTRPCClient } = client;

type Outputs = inferRouterOutputs<AppRouter>;

// As they arrive over the wire: dates are strings.
export type Contribution = Outputs['room']['contributions'][number];
export type Comparison = Outputs['forks']['compare'];
export type FollowUp = Outputs['followUps']['list']['items'][number];
export type Memo = Outputs['room']['memo'];
export type Notice = Outputs['notices']['list'][number];
export type MailTemplateVersion = Outputs['notices']['templates'][number];
export type OwnPersona = Outputs['ownPersonas']['byCode'];
export type Persona = Outputs['personas']['list'][number];
export type PersonaDetail = Outputs['personas']['byCode'];
export type Session = Outputs['sessions']['byId'];
export type SessionPage = Outputs['sessions']['list'];
export type SessionSummary = SessionPage['items'][number];
export type ShareLink = Outputs['sharing']['links'][number];
export type SharedMemo = Outputs['sharing']['byLink'];
export type Trial = Outputs['ownPersonas']['try'];
export type OutcomePage = Outputs['outcomes']['list'];
export type Outcome = OutcomePage['items'][number];
export type Costs = Outputs['costs']['read'];
export type Calibration = Outputs['outcomes']['calibration'];
export type Plan = Outputs['plan']['mine'];
export type OfferedTier = Outputs['plan']['offers'][number];
