import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import classes from './conversation.module.css';
import { ConversationView } from './conversation-view.tsx';

/** One conversation, whoever's address led here. */
export function ConversationPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.conversations.byId.queryOptions({ id }));
  usePageTitle('Conversation');
  // Deleted in another tab, while it was open here.
  const gone = error && describeError(error).code === 'NOT_FOUND';
  if (data && !gone) return <ConversationView conversation={data} />;
  if (!error) return <ConversationSkeleton />;
  // What is no id at all leads nowhere just as well.
  if (describeError(error).code === 'BAD_INPUT') return <NotFoundState />;
  return <ErrorState error={error} onRetry={() => void refetch()} />;
}

function ConversationSkeleton() {
  return (
    <LoadingState label="Loading the conversation">
      <div className={classes.skeleton}>
        <Skeleton height={44} width="55%" radius="lg" ml="auto" />
        <Skeleton height={14} width="92%" mt="xl" />
        <Skeleton height={14} width="84%" />
        <Skeleton height={14} width="60%" />
      </div>
    </LoadingState>
  );
}
