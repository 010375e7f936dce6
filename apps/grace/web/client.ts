import { createAppClient } from '@commons/ui';
import type { inferRouterOutputs } from '@trpc/server';
import type { GraceRouter } from '../server/router.ts';

export const client = createAppClient<GraceRouter>('grace');

export const { useTRPC, useTRPCClient } = client;

/** What procedures answer, as it arrives over the wire: dates are strings. */
export type Outputs = inferRouterOutputs<GraceRouter>;

export type Profile = Outputs['profiles']['byId'];

export type Note = Outputs['notes']['list']['items'][number];
