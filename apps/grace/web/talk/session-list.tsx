import { NextPage, PartFailed } from '@commons/ui';
import { Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './talk.module.css';

/** Conversations so far, the newest first; one that is still open can go on. */
export function SessionList() {
  const { id: profileId, timeZone, rights } = useProfile();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.sessions.list.infiniteQueryOptions(
      { profileId },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  if (list.isLoadingError) {
    return <PartFailed query={list}>Earlier conversations could not be read.</PartFailed>;
  }
  const sessions = list.data?.pages.flatMap((one) => one.sessions) ?? [];
  if (sessions.length === 0) return null;
  return (
    <section aria-label="Earlier conversations" className={classes.history}>
      <Title order={2}>Earlier conversations</Title>
      <ul className={classes.list}>
        {sessions.map(({ id, title, startedAt, endedAt }) => (
          <li key={id}>
            <Link href={`/p/${profileId}/talk/${id}`} className={classes.row}>
              <strong>{title}</strong>
              <span className={classes.muted}>
                {endedAt === null
                  ? rights.isHolder
                    ? 'Still open. Go on'
                    : 'Still open'
                  : dayOfTalk(startedAt, timeZone)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <NextPage query={list} size="md">
        Older conversations
      </NextPage>
    </section>
  );
}

/** "Friday, 20 November", where the person lives. */
const dayOfTalk = (at: string, timeZone: string) =>
  new Date(at).toLocaleDateString(undefined, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
