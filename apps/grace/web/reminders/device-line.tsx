import { notifyError, Timestamp } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Outputs, useTRPC } from '../client.ts';
import { unsubscribe } from './push-subscription.ts';
import classes from './reminders.module.css';

type Device = Outputs['push']['devices'][number];

const outcomes = {
  sent: 'It is on its way: if it does not show within a minute, look at the notification settings of the device.',
  gone: 'This device has ended its subscription. Add it again.',
  refused: 'The push service of this device refuses our messages. Remove the device and add it again.',
  unreachable: 'The push service of this device is out of reach at the moment. Try again later.',
};

/** A device, which can be tried and removed. */
export function DeviceLine({ device, isThis }: { device: Device; isThis: boolean }) {
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
