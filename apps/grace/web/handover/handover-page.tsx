import { ErrorState, LoadingState, notifyError, Timestamp, usePageTitle } from '@commons/ui';
import { Anchor, Button, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Outputs, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import classes from './handover.module.css';
import { HandoverDoses } from './handover-doses.tsx';
import { HandoverPart } from './handover-part.tsx';
import { PlanChanges } from './plan-changes.tsx';

/** Where all of a part stand. */
const places: Record<Outputs['handover']['since']['cut'][number], { what: string; path: string }> = {
  doses: { what: 'doses as needed', path: 'history' },
  planChanges: { what: 'changes to medicines', path: 'medications' },
  notes: { what: 'notes', path: 'notes' },
  chats: { what: 'conversations', path: 'talk' },
};

/** What has happened since this caregiver looked last; whether they have read it is theirs to say. */
export function HandoverPage() {
  const trpc = useTRPC();
  const profile = useProfile();
  const queries = useQueryClient();
  const { id: profileId } = profile;
  const { data, error, refetch } = useQuery(trpc.handover.since.queryOptions({ profileId }));
  const mark = useMutation(
    trpc.handover.markRead.mutationOptions({
      onError: (problem: unknown) => void notifyError(problem),
      onSettled: () => queries.invalidateQueries(),
    }),
  );
  usePageTitle('What is new');
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const { since, until, isFirst, cut, doses, planChanges, notes, chats } = data;
  const count = [doses, planChanges, notes, chats].reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>What is new</Title>
        {count > 0 && (
          <Button
            leftSection={<IconCheck size={20} stroke={1.8} />}
            loading={mark.isPending}
            onClick={() => mark.mutate({ profileId, until })}
          >
            I have read this
          </Button>
        )}
      </div>
      <p className={page.lead}>
        {isFirst ? 'The last two days with' : 'With'} {profile.preferredName}
        {!isFirst && (
          <>
            {' '}
            since <Timestamp date={since} />
          </>
        )}
        . Only you see what you have read.
      </p>
      {count === 0 && (
        // Of doses that their grant does not show them nobody says anything.
        <p role="status">Nothing new.{doses !== null && ' Everything went by the plan.'}</p>
      )}
      {cut.map((part) => (
        <p key={part} role="status" className={classes.cut}>
          <strong>There are more {places[part].what} than fit here: only the newest are shown.</strong>{' '}
          <Anchor component={Link} href={`/p/${profileId}/${places[part].path}`}>
            See them all
          </Anchor>{' '}
          before you say that you have read this.
        </p>
      ))}
      <HandoverDoses doses={doses} timeZone={profile.timeZone} />
      <PlanChanges changes={planChanges} />
      <HandoverPart title="Notes" items={notes}>
        {({ id, body, authorName, createdAt, isChanged }) => (
          <li key={id}>
            <Anchor
              component={Link}
              href={`/p/${profileId}/notes/${id}`}
              className={classes.excerpt}
              dir="auto"
            >
              {body}
            </Anchor>
            <span className={classes.more}>
              {authorName}, <Timestamp date={createdAt} />
              {isChanged && ', changed since'}
            </span>
          </li>
        )}
      </HandoverPart>
      <HandoverPart title="Conversations" items={chats}>
        {({ id, title, talkedFrom }) => (
          <li key={id}>
            {title}, <Timestamp date={talkedFrom} />
          </li>
        )}
      </HandoverPart>
    </div>
  );
}
