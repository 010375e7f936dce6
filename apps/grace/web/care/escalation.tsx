import { ActionIcon, Button, Group, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Caregiver, type Outputs, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { atOnce } from '../optimistic/at-once.ts';
import classes from './care.module.css';

type CareTeam = Outputs['caregivers']['list'];

function inOrder(team: CareTeam, { ids }: { ids: string[] }): CareTeam {
  const placeOf = (id: string) => (ids.includes(id) ? ids.indexOf(id) + 1 : null);
  const placed = team.standing.map((one) => ({ ...one, escalationOrder: placeOf(one.id) }));
  const last = ids.length + 1;
  return {
    ...team,
    standing: placed.toSorted((a, b) => (a.escalationOrder ?? last) - (b.escalationOrder ?? last)),
  };
}

/** Whom to turn to when a dose is missed, the first first. */
export function Escalation({ standing }: { standing: Caregiver[] }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId } = useProfile();
  const { mutate } = useMutation(
    trpc.caregivers.orderEscalation.mutationOptions(
      atOnce(queries, trpc.caregivers.list.queryKey({ profileId }), inOrder),
    ),
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
                  aria-disabled={index === 0}
                  onClick={() => index > 0 && move(index, index - 1)}
                >
                  <IconArrowUp size={20} />
                </ActionIcon>
                <ActionIcon
                  size={44}
                  className={classes.move}
                  aria-label={`Move ${one.name} down`}
                  aria-disabled={index === ordered.length - 1}
                  onClick={() => index < ordered.length - 1 && move(index, index + 1)}
                >
                  <IconArrowDown size={20} />
                </ActionIcon>
                <ActionIcon
                  size={44}
                  aria-label={`Do not turn to ${one.name}`}
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
          <Button key={one.id} variant="default" size="md" onClick={() => save([...ordered, one])}>
            Turn to {one.name}
          </Button>
        ))}
      </div>
    </section>
  );
}
