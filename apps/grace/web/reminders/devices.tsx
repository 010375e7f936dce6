import { ErrorState, LoadingState } from '@commons/ui';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { AddThisDevice } from './add-this-device.tsx';
import { DeviceLine } from './device-line.tsx';
import { currentSubscription } from './push-subscription.ts';
import classes from './reminders.module.css';

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
