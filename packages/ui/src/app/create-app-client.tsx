import { useQueryClient } from '@tanstack/react-query';
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { ReactNode } from 'react';
import { signalLink } from './signal-link.ts';

const batchItemsMax = 10;

/**
 * The typed client of one app: hooks for its components and the provider that `renderApp` mounts.
 *
 * @example
 * export const client = createAppClient<ChidiRouter>('chidi');
 * export const { useTRPC } = client;
 */
export function createAppClient<Router extends AnyTRPCRouter>(name: string) {
  const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<Router>();
  const trpcClient = connect<Router>(`/${name}/trpc`);
  const Provider = ({ children }: { children: ReactNode }) => (
    <TRPCProvider trpcClient={trpcClient} queryClient={useQueryClient()}>
      {children}
    </TRPCProvider>
  );
  return { Provider, useTRPC, useTRPCClient };
}

/** What `renderApp` needs of an app's client, whatever its router. */
export interface AppClient {
  Provider: (props: { children: ReactNode }) => ReactNode;
}

function connect<Router extends AnyTRPCRouter>(url: string): TRPCClient<Router> {
  // The links need to know whether the router has a transformer; while the router is a type parameter,
  // TypeScript cannot. Safe because no router of the workspace has one: plain JSON is the rule.
  const options = { url, transformer: undefined as never };
  return createTRPCClient<Router>({
    links: [
      signalLink<Router>(),
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ ...options, eventSourceOptions: { withCredentials: true } }),
        // The header is what a form on another site cannot send.
        false: httpBatchLink({ ...options, maxItems: batchItemsMax, headers: { 'x-commons': '1' } }),
      }),
    ],
  });
}
