import { notifyError, PartFailed } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { type Session, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { NotesAbout, useNotesAbout } from '../notes/notes-about.tsx';
import { SummaryText } from './summary-text.tsx';
import classes from './talk.module.css';
import { Turns } from './turns.tsx';

/** After a conversation: what it was about, seen here first, and whether the family may read it. */
export function EndedSession({ session }: { session: Session }) {
  const profile = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = { onSettled: () => queries.invalidateQueries(), onError: notifyError };
  const { mutate: markSeen, mutateAsync: seen } = useMutation(
    trpc.summaries.seen.mutationOptions({ onSettled: options.onSettled }),
  );
  const { mutate: share, isPending } = useMutation(trpc.summaries.share.mutationOptions(options));
  const summaries = useQuery(
    trpc.summaries.list.queryOptions({ profileId: profile.id, sessionId: session.id }),
  );
  const summary = summaries.data?.find(({ sessionId }) => sessionId === session.id);
  const notes = useNotesAbout(session.id);
  const { isHolder } = profile.rights;
  const isUnseen = isHolder && summary?.seenAt === null;
  useEffect(() => {
    if (isUnseen) markSeen({ profileId: profile.id, sessionId: session.id });
  }, [isUnseen, markSeen, profile.id, session.id]);
  const decide = async (isShared: boolean) => {
    const which = { profileId: profile.id, sessionId: session.id };
    // It is on the screen here, and only what was seen can be shared.
    await seen(which).catch(() => {});
    share({ ...which, isShared });
  };
  return (
    <div className={classes.conversation}>
      <h1 className={classes.title}>{session.title}</h1>
      {summaries.isLoadingError && (
        <PartFailed query={summaries}>What it was about could not be read.</PartFailed>
      )}
      {summary && (
        <section className={classes.card} aria-label="What we talked about">
          <h2>What we talked about</h2>
          <SummaryText sentences={summary.sentences} isLinked />
          {isHolder && (
            <>
              <p className={classes.sharing} role="status">
                {summary.sharedAt
                  ? 'Your family may read this summary. What you said word for word stays here.'
                  : 'Nobody else can read this. May your family read the summary?'}
              </p>
              <div className={classes.choices}>
                {!summary.sharedAt && (
                  <Button
                    className={classes.choice}
                    variant="light"
                    disabled={isPending}
                    onClick={() => void decide(true)}
                  >
                    Yes, they may
                  </Button>
                )}
                <Button
                  className={classes.choice}
                  variant="default"
                  component={summary.sharedAt ? 'button' : Link}
                  {...(summary.sharedAt
                    ? { onClick: () => void decide(false) }
                    : { href: `/p/${profile.id}/talk` })}
                >
                  {summary.sharedAt ? 'Keep it to myself' : 'No, keep it to myself'}
                </Button>
              </div>
            </>
          )}
        </section>
      )}
      <section aria-label="What was said">
        <h2 className={classes.subtitle}>What was said</h2>
        <Turns turns={session.turns} name={profile.preferredName} />
      </section>
      <section aria-label="Notes about it">
        {notes.failed}
        <NotesAbout
          notes={notes.of(session.id)}
          add={`session=${session.id}`}
          label="Write a note about this conversation"
        />
      </section>
      <div className={classes.ways}>
        <Button component={Link} href={`/p/${profile.id}/talk`} size="md">
          {isHolder ? 'Talk again' : 'All conversations'}
        </Button>
      </div>
    </div>
  );
}
