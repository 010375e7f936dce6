import { ErrorState, notifyError } from '@commons/ui';
import { Badge, Button, Group, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './care.module.css';

const stateWords = {
  pending: 'Waits for an answer',
  expired: 'Ran out without an answer',
  declined: 'Declined',
} as const;

/** Whom the holder invited, as long as there is something to know about it. */
export function Invitations() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId, timeZone } = useProfile();
  const { data, error, refetch } = useQuery(trpc.invitations.list.queryOptions({ profileId }));
  const cancel = useMutation(
    trpc.invitations.cancel.mutationOptions({
      onError: notifyError,
      onSettled: () => queries.invalidateQueries(),
    }),
  );
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const shown = (data ?? []).filter(({ state }) => state in stateWords);
  if (shown.length === 0) return null;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone });
  return (
    <section className={classes.section} aria-labelledby="invitations">
      <Title order={2} id="invitations">
        Invitations
      </Title>
      <ul className={classes.list}>
        {shown.map(({ id, name, email, state, expiresAt }) => (
          <li key={id} className={classes.card}>
            <Group gap="xs">
              <span className={classes.name}>{name}</span>
              <Badge variant={state === 'pending' ? 'light' : 'default'}>
                {stateWords[state as keyof typeof stateWords]}
              </Badge>
            </Group>
            <p className={classes.muted}>
              {email}
              {state === 'pending' && `, until ${day.format(new Date(expiresAt))}`}
            </p>
            {state === 'pending' && (
              <div className={classes.actions}>
                <Button
                  variant="default"
                  size="md"
                  loading={cancel.isPending && cancel.variables.id === id}
                  onClick={() => cancel.mutate({ profileId, id })}
                >
                  Cancel
                  <span className="ui-hidden"> the invitation of {name}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
