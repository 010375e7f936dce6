import type { useTRPCClient } from '../client.ts';
import { currentSubscription } from './push-subscription.ts';

/**
 * Tells the server in which session this browser is now, because messages end with the session: after a change of password it is
 * another one. A failure is no matter: the next visit tells it.
 */
export async function renewDevice(client: ReturnType<typeof useTRPCClient>): Promise<void> {
  try {
    const subscription = await currentSubscription();
    if (subscription) await client.push.renew.mutate({ subscription });
  } catch {}
}
