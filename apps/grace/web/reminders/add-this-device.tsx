import { describeError, newMessageId, notify, notifyError, PartFailed } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../client.ts';
import { deviceName } from './device-name.ts';
import { pushSupport, subscribe } from './push-subscription.ts';
import classes from './reminders.module.css';

const why = {
  unsupported:
    'This browser cannot be sent messages. On an iPhone or iPad, add GRACE to the home screen and open it from there.',
  blocked:
    'Messages from GRACE are blocked in this browser. Allow them in its settings for this site, then reload.',
};

/** Signs this browser up, where it can be sent messages. */
export function AddThisDevice() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const support = pushSupport();
  const keys = useQuery(trpc.push.key.queryOptions());
  const key = keys.data;
  const add = useMutation({
    mutationFn: async (publicKey: string) => {
      const subscription = await subscribe(publicKey);
      if (!subscription) return false;
      const name = deviceName(navigator.userAgent);
      await client.push.add.mutate({ id: newMessageId(), subscription, name });
      return true;
    },
    onSuccess: async (isAdded) => {
      if (!isAdded) notify({ title: 'This device gets no messages: you did not allow it.' });
      await queries.invalidateQueries();
    },
    onError: (error) => {
      const { code, requestId } = describeError(error);
      // Our server has refused, or is out of reach.
      if (code !== 'INTERNAL' || requestId) notifyError(error);
      else notify({ title: 'This browser could not sign up with its push service. Try again later.' });
    },
  });
  if (support !== 'ready') return <p className={classes.muted}>{why[support]}</p>;
  if (keys.isLoadingError)
    return <PartFailed query={keys}>Whether this device can be sent messages could not be read.</PartFailed>;
  return (
    <div>
      <Button
        size="md"
        loading={add.isPending}
        disabled={!key}
        onClick={() => key && add.mutate(key.publicKey)}
      >
        Send messages to this device
      </Button>
    </div>
  );
}
