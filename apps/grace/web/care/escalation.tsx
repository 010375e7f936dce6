import { notifyError } from '@commons/ui';
import { ActionIcon, Button, Group, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Caregiver, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './care.module.css';

/** Whom to turn to when a dose is missed, the first first. */
export function Escalation({ standing }: { standing: Caregiver[] }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId } = useProfile();
  const { mutate, isPending } = useMutation(
    trpc.caregivers.orderEscalation.mutationOptions({
      onSuccess: () => queries.invalidateQueries(),
      onError: notifyError,
    }),
  );
  const ordered = standing.filter(({ escalationOrder }) => escalationOrder !== null);
  const others = standing.filter(({ escalationOrder }) => escalationOrder === null);
  const save = (people: Caregiver[]) => mutate({ profileId, ids: people.map(({ id }) => id) });
  const move = (from: number, to: number) => {
    const [moved] = ordered.slice(from, from + 1);
    if (moved) save(ordered.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  return (
    <section className={classes.section} aria-labelledby="escalation">
      <Title order={2} id="escalation">
        When a dose is missed
      </Title>
      <p className={classes.muted}>
        GRACE turns to these people, one after the other, until somebody answers.
      </p>
      {ordered.length === 0 && <p className={classes.muted}>To nobody yet.</p>}
      <ol className={classes.list}>
        {ordered.map((one, index) => (
          <li key={one.id} className={classes.card}>
            <Group justify="space-between" wrap="nowrap">
              <span className={classes.name}>
                {index + 1}. {one.name}
              </span>
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  size={44}
                  className={classes.move}
                  aria-label={`Move ${one.name} up`}
                  disabled={index === 0 || isPending}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={20} />
                </ActionIcon>
                <ActionIcon
                  size={44}
                  className={classes.move}
                  aria-label={`Move ${one.name} down`}
                  disabled={index === ordered.length - 1 || isPending}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={20} />
                </ActionIcon>
                <ActionIcon
                  size={44}
                  aria-label={`Do not turn to ${one.name}`}
                  disabled={isPending}
                  onClick={() => save(ordered.toSpliced(index, 1))}
                >
                  <IconX size={20} />
                </ActionIcon>
              </Group>
            </Group>
          </li>
        ))}
      </ol>
      <div className={classes.actions}>
        {others.map((one) => (
          <Button
            key={one.id}
            variant="default"
            size="md"
            disabled={isPending}
            onClick={() => save([...ordered, one])}
          >
            Turn to {one.name}
          </Button>
        ))}
      </div>
    </section>
  );
}
