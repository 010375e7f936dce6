import { createAppClient } from '@commons/ui';
import type { AppRouter } from '../server/router.ts';

export const client = createAppClient<AppRouter>('boardofone');

export const { useTRPC, useTRPCClient } = client;
