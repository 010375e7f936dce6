import {
  accountApi,
  type Device,
  ErrorState,
  FormFailure,
  LoadingState,
  notify,
  Timestamp,
} from '@commons/ui';
import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import classes from './account.module.css';

const queryKey = ['account', 'devices'];

/** Where the person is signed in, with a way to end each. */
export function Devices() {
  const queries = useQueryClient();
  const devices = useQuery({ queryKey, queryFn: accountApi.devices });
  const revoke = useMutation({
    mutationFn: (device: Device | 'others') =>
      device === 'others' ? accountApi.revokeOtherDevices() : accountApi.revokeDevice(device.id),
    onSuccess: () => notify({ title: 'Signed out there' }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  if (devices.isPending) return <LoadingState />;
  if (devices.isError) {
    return <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />;
  }
  const others = devices.data.filter(({ current }) => !current);
  return (
    <Stack gap="md" align="start">
      <FormFailure error={revoke.error} />
      <ul className={classes.list}>
        {devices.data.map((device) => (
          <li key={device.id} className={classes.entry}>
            <div className={classes.about}>
              <div className={classes.name}>{device.name}</div>
              <div className={classes.facts}>
                {device.current ? 'This device' : <LastUsed device={device} asOf={devices.dataUpdatedAt} />}
              </div>
              <div className={classes.facts}>
                Signed in <Timestamp date={device.signedInAt} />
              </div>
            </div>
            {!device.current && (
              <Button
                className={classes.act}
                variant="default"
                size="sm"
                aria-label={`Sign out ${device.name}`}
                loading={revoke.isPending && revoke.variables === device}
                disabled={revoke.isPending}
                onClick={() => revoke.mutate(device)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button
          variant="default"
          loading={revoke.isPending && revoke.variables === 'others'}
          disabled={revoke.isPending}
          onClick={() => revoke.mutate('others')}
        >
          Sign out every other device
        </Button>
      )}
    </Stack>
  );
}

const hourMs = 3_600_000;

/** The server notes a use at most once an hour, so nothing finer is claimed. */
function LastUsed({ device: { lastUsedAt }, asOf }: { device: Device; asOf: number }) {
  if (asOf - Date.parse(lastUsedAt) < hourMs) return 'Used within the last hour';
  return (
    <>
      Last used <Timestamp date={lastUsedAt} />
    </>
  );
}
