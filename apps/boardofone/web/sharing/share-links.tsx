import { CopyButton, ErrorState, notifyError, Timestamp } from '@commons/ui';
import { Button, Group, NativeSelect, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ShareLink, useTRPC } from '../client.ts';
import { linkOf } from './link-of.ts';
import classes from './share-links.module.css';

const choices = [
  { value: '1', label: 'for a day' },
  { value: '30', label: 'for a month' },
  { value: '365', label: 'for a year' },
];

/** Links that show the memo to whoever has them, and the way to end each. */
export function ShareLinks({ sessionId }: { sessionId: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [days, setDays] = useState('30');
  // Told once: whoever leaves the page has to make another.
  const [made, setMade] = useState<{ id: string; token: string } | null>(null);
  const { data: links = [], error, refetch } = useQuery(trpc.sharing.links.queryOptions({ sessionId }));
  const settled = {
    onError: (error: unknown) => void notifyError(error),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.sharing.links.queryKey({ sessionId }) }),
  };
  const create = useMutation(trpc.sharing.create.mutationOptions({ ...settled, onSuccess: setMade }));
  const revoke = useMutation(
    trpc.sharing.revoke.mutationOptions({
      ...settled,
      // Of another link than the one that is told, nobody has to forget it.
      onSuccess: (_, { id }) => setMade((told) => (told?.id === id ? null : told)),
    }),
  );
  return (
    <section className={classes.links} aria-labelledby="share-links">
      <Title order={2} id="share-links">
        Share the memo
      </Title>
      <p>
        Whoever has the link reads the first line of your problem, the memo and the minority report, without
        an account. What you told the board, the debate and the cost stay yours.
      </p>
      <Group gap="sm" align="end">
        <NativeSelect
          label="The link works"
          data={choices}
          value={days}
          onChange={({ currentTarget }) => setDays(currentTarget.value)}
        />
        <Button
          variant="default"
          loading={create.isPending}
          onClick={() => create.mutate({ sessionId, days: Number(days) as 1 | 30 | 365 })}
        >
          Make a link
        </Button>
      </Group>
      {made && (
        <div className={classes.made} role="status">
          <TextInput
            label="Your link"
            description="It is shown this once. Copy it now; you can make another at any time."
            readOnly
            value={linkOf(made.token)}
            onFocus={({ currentTarget }) => currentTarget.select()}
            rightSection={<CopyButton text={linkOf(made.token)} label="Copy the link" />}
            rightSectionWidth={48}
          />
        </div>
      )}
      {error && links.length === 0 && <ErrorState error={error} onRetry={() => void refetch()} />}
      {links.length > 0 && (
        <ul className={classes.list}>
          {links.map((link) => (
            <li key={link.id}>
              <span>
                Made <Timestamp date={link.createdAt} />. {standingOf(link)}
              </span>
              {isStanding(link) && (
                <Button
                  variant="subtle"
                  color="red"
                  loading={revoke.isPending && revoke.variables.id === link.id}
                  onClick={() => revoke.mutate({ id: link.id })}
                >
                  End it
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isStanding = ({ revokedAt, isOver }: ShareLink) => !revokedAt && !isOver;

function standingOf(link: ShareLink): string {
  if (link.revokedAt) return 'You ended it.';
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(Date.parse(link.expiresAt));
  return link.isOver ? `It ended on ${day}.` : `It works until ${day}.`;
}
