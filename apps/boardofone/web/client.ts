import { createAppClient } from '@commons/ui';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../server/router.ts';

export const client = createAppClient<AppRouter>('boardofone');

export const { useTRPC, useTRPCClient } = client;

type Outputs = inferRouterOutputs<AppRouter>;

export type Persona = Outputs['personas']['list'][number];
export type PersonaDetail = Outputs['personas']['byCode'];
