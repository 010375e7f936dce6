import { LoadingState, PartFailed } from '@commons/ui';
import { Skeleton } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useRoute } from 'wouter';
import { ConversationItem } from './conversation-item.tsx';
import classes from './conversation-list.module.css';
import { groupByRecency } from './group-by-recency.ts';
import { MoreConversations } from './more-conversations.tsx';
import { useConversations } from './use-conversations.ts';

/** The conversations so far, under the time of their last message. */
export function ConversationList() {
  const list = useConversations();
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError } = list;
  const [, open] = useRoute('/c/:id');
  const id = useId();
  // Regrouped when the day changes, not at every render.
  const today = new Date().toDateString();
  const groups = useMemo(
    () => groupByRecency(data?.pages.flatMap(({ items }) => items) ?? [], new Date(today)),
    [data, today],
  );

  if (list.isPending) return <ListSkeleton />;
  if (list.isLoadingError) {
    return (
      <div className={classes.note}>
        <PartFailed query={list}>Your conversations could not be read.</PartFailed>
      </div>
    );
  }
  if (groups.length === 0) return <p className={classes.note}>Your conversations will be listed here.</p>;
  return (
    <>
      {groups.map(({ label, items }, index) => (
        <section key={label} aria-labelledby={`${id}-${index}`} className={classes.group}>
          <h2 id={`${id}-${index}`} className={classes.label}>
            {label}
          </h2>
          <ul className={classes.list}>
            {items.map((conversation) => (
              <ConversationItem
                key={conversation.id}
                conversation={conversation}
                current={conversation.id === open?.id}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <MoreConversations
          loading={isFetchingNextPage}
          failed={isFetchNextPageError}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </>
  );
}

const skeletonWidths = ['70%', '85%', '55%', '78%', '62%', '80%'];

function ListSkeleton() {
  return (
    <LoadingState label="Loading your conversations">
      <div className={classes.skeleton}>
        {skeletonWidths.map((width) => (
          <Skeleton key={width} height={14} width={width} />
        ))}
      </div>
    </LoadingState>
  );
}
