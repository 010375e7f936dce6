import { CopyButton, describeError, newMessageId, notifyError, PartFailed, Timestamp } from '@commons/ui';
import { Button, Group, Select, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf } from '../../schedule/zone.ts';
import { type Outputs, useTRPC } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './card.module.css';
import { linkOf } from './link-of.ts';

interface CardLinksProps {
  /** Of the link that was just made; it is told only once. */
  token: string | null;
  onToken: (token: string | null) => void;
}

const choices = [
  { value: '1', label: 'for a day' },
  { value: '30', label: 'for a month' },
  { value: '365', label: 'for a year' },
];

/** Links to the card, for whoever has no account: how often each was opened, and the way to end it. */
export function CardLinks({ token, onToken }: CardLinksProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId, timeZone } = useProfile();
  const [days, setDays] = useState('365');
  // The same until it has been answered, so that two presses make one link.
  const [id, setId] = useState(newMessageId);
  /** Of the link whose token is told just now. */
  const [madeId, setMadeId] = useState<string>();
  const made = useQuery(trpc.emergencyCard.links.queryOptions({ profileId }));
  const links = made.data ?? [];
  const settled = {
    onError: (error: unknown) => void notifyError(error),
    onSettled: () => queries.invalidateQueries(),
  };
  const create = useMutation(
    trpc.emergencyCard.createLink.mutationOptions({
      onSuccess: ({ token: made }, { id: its }) => {
        onToken(made);
        setMadeId(its);
        setId(newMessageId());
      },
      onError: (error) => {
        notifyError(error);
        if (describeError(error).code === 'CONFLICT') setId(newMessageId());
      },
      onSettled: settled.onSettled,
    }),
  );
  const revoke = useMutation(
    trpc.emergencyCard.revokeLink.mutationOptions({
      ...settled,
      // The code of another link is told only once: it stays on the card.
      onSuccess: (_, ended) => {
        if (ended.id === madeId) onToken(null);
      },
    }),
  );
  return (
    <section className={classes.links} aria-labelledby="card-links">
      <Title order={2} id="card-links">
        A link for helpers
      </Title>
      <p>
        Whoever has it sees this card without an account. Print it as a QR code; every opening is in the
        access log.
      </p>
      <Group gap="xs" align="end">
        <Select
          label="The link works"
          size="md"
          data={choices}
          allowDeselect={false}
          value={days}
          onChange={(value) => setDays(value ?? days)}
        />
        <Button
          variant="default"
          loading={create.isPending}
          onClick={() => create.mutate({ id, profileId, days: Number(days) as 1 | 30 | 365 })}
        >
          Make a link
        </Button>
      </Group>
      {token && (
        <p role="status" className={classes.made}>
          The QR code is on the card now and is printed with it. It is shown this once: print it, or copy the
          link. <CopyButton text={linkOf(token)} label="Copy the link" />
        </p>
      )}
      {made.isLoadingError && (
        <PartFailed query={made}>The links that work now could not be read.</PartFailed>
      )}
      {links.length > 0 && (
        <ul className={classes.linkList}>
          {links.map((link) => (
            <li key={link.id}>
              <span>
                Made <Timestamp date={link.createdAt} />, opened {timesWords(link.openings)}.{' '}
                {standingOf(link, timeZone)}
              </span>
              {isStanding(link) && (
                <Button
                  variant="subtle"
                  color="red"
                  loading={revoke.isPending && revoke.variables.id === link.id}
                  onClick={() => revoke.mutate({ profileId, id: link.id })}
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

type CardLink = Outputs['emergencyCard']['links'][number];

const timesWords = (count: number) => (count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`);
const isStanding = ({ revokedAt, isOver }: CardLink) => !revokedAt && !isOver;

function standingOf(link: CardLink, timeZone: string): string {
  if (link.revokedAt) return 'You ended it.';
  const day = formatDate(dayOf(timeZone, Date.parse(link.expiresAt)), 'long');
  return link.isOver ? `It ended on ${day}.` : `It works until ${day}.`;
}
