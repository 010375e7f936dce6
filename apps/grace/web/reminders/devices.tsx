import { ErrorState, LoadingState, newMessageId, notify, notifyError, Timestamp } from '@commons/ui';
import { Button, Group, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Outputs, useTRPC, useTRPCClient } from '../client.ts';
import { deviceName } from './device-name.ts';
import { currentSubscription, pushSupport, subscribe, unsubscribe } from './push-subscription.ts';
import classes from './reminders.module.css';

type Device = Outputs['push']['devices'][number];

/** The devices that messages come to; this one can be added, and each can be tried. */
export function Devices() {
  const trpc = useTRPC();
  const { data: devices, error, refetch } = useQuery(trpc.push.devices.queryOptions());
  const { data: endpoint = '' } = useQuery({
    queryKey: ['push', 'own'],
    queryFn: async () => (await currentSubscription())?.endpoint ?? '',
  });
  return (
    <section className={classes.section} aria-labelledby="devices">
      <Title order={2} id="devices">
        Your devices
      </Title>
      {!devices && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />)}
      {devices && (
        <>
          {devices.length === 0 && <p className={classes.muted}>No device gets messages yet.</p>}
          <ul className={classes.list}>
            {devices.map((device) => (
              <DeviceLine key={device.id} device={device} isThis={endpoint.endsWith(device.endpointEnd)} />
            ))}
          </ul>
          {!devices.some(({ endpointEnd }) => endpoint.endsWith(endpointEnd)) && <AddThisDevice />}
        </>
      )}
    </section>
  );
}

const why = {
  unsupported:
    'This browser cannot be sent messages. On an iPhone or iPad, add GRACE to the home screen and open it from there.',
  blocked:
    'Messages from GRACE are blocked in this browser. Allow them in its settings for this site, then reload.',
};

function AddThisDevice() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const support = pushSupport();
  const { data: key } = useQuery(trpc.push.key.queryOptions());
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
    onError: () =>
      notify({ title: 'This browser could not sign up with its push service. Try again later.' }),
  });
  if (support !== 'ready') return <p className={classes.muted}>{why[support]}</p>;
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

const outcomes = {
  sent: 'It is on its way: if it does not show within a minute, look at the notification settings of the device.',
  gone: 'This device has ended its subscription. Add it again.',
  refused: 'The push service of this device refuses our messages. Remove the device and add it again.',
  unreachable: 'The push service of this device is out of reach at the moment. Try again later.',
};

function DeviceLine({ device, isThis }: { device: Device; isThis: boolean }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const test = useMutation(
    trpc.push.test.mutationOptions({
      onSuccess: () => queries.invalidateQueries(),
      onError: notifyError,
    }),
  );
  const remove = useMutation(
    trpc.push.remove.mutationOptions({
      onSuccess: async () => {
        if (isThis) await unsubscribe();
        await queries.invalidateQueries();
      },
      onError: notifyError,
    }),
  );
  return (
    <li className={classes.card}>
      <div className={classes.words}>
        <strong>
          {device.name}
          {isThis && ' (this device)'}
        </strong>
        <span className={classes.muted}>
          {device.reachedAt ? (
            <>
              Last reached <Timestamp date={device.reachedAt} />
            </>
          ) : (
            'Not reached yet'
          )}
        </span>
        <span role="status">{test.data && outcomes[test.data.outcome]}</span>
      </div>
      <Group gap="xs">
        <Button
          size="md"
          variant="light"
          loading={test.isPending}
          onClick={() => test.mutate({ id: device.id })}
        >
          Try it
        </Button>
        <Button
          size="md"
          variant="default"
          aria-label={`Remove ${device.name}`}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: device.id })}
        >
          Remove
        </Button>
      </Group>
    </li>
  );
}
