import type { QueryClient } from '@tanstack/react-query';
import { isTransient } from '../errors/describe-error.ts';
import { FreshQueryClient } from './fresh-query-client.ts';

const retriesMax = 2;

/** The query client of an app: patient with a busy server, never repeating a write by itself. */
export function createQueryClient(): QueryClient {
  return new FreshQueryClient({
    defaultOptions: {
      // "online" would pause everything on a machine without network, where the server is the machine itself.
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (failures, error) => failures < retriesMax && isTransient(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
