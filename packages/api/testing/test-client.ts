import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { EventSource } from 'eventsource';

/** A typed client that speaks to a real server as a browser with this cookie would, subscriptions included. */
export function testClient<Router extends AnyTRPCRouter>(url: string, cookie: string): TRPCClient<Router> {
  // Safe because no router of the workspace has a transformer; a type parameter cannot say so.
  const options = { url, transformer: undefined as never };
  return createTRPCClient<Router>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({
          ...options,
          EventSource,
          eventSourceOptions: {
            fetch: (input: string | URL, init: RequestInit) =>
              fetch(input, { ...init, headers: { ...init.headers, cookie } }),
          },
        }),
        false: httpBatchLink({ ...options, maxItems: 10, headers: { cookie, 'x-commons': '1' } }),
      }),
    ],
  });
}
