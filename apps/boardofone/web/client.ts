import { createAppClient } from '@commons/ui';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../server/router.ts';

export const client = createAppClient<AppRouter>('boardofone');

export const { useTRPC, useTRPCClient } = client;

type Outputs = inferRouterOutputs<AppRouter>;

// As it arrives over the wire: dates are strings.
export type Note = Outputs['notes']['byId'];
