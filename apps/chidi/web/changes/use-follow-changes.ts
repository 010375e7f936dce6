import { useSession } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Change } from '../../server/changes/announce-change.ts';
import { useTRPC, useTRPCClient } from '../client.ts';
import { usePageVisible } from './use-page-visible.ts';

const retryMs = 5_000;

/** Reads again what changed in other tabs and on other devices, for as long as somebody can see this one. */
export function useFollowChanges(): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { epoch } = useSession();
  const visible = usePageVisible();
  const connectedBefore = useRef(false);

  const read = useEffectEvent(({ contextId, conversationId }: Change) => {
    const invalidate = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
    if (!contextId && !conversationId) return void queries.invalidateQueries();
    if (contextId) {
      invalidate(trpc.contexts.list.pathKey());
      invalidate(trpc.contexts.byId.queryKey({ id: contextId }));
    }
    if (conversationId) {
      invalidate(trpc.conversations.list.pathKey());
      invalidate(trpc.conversations.byId.queryKey({ id: conversationId }));
    }
  });

  const follow = useEffectEvent(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let subscription: { unsubscribe: () => void } | undefined;
    const open = () => {
      subscription = client.changes.follow.subscribe(undefined, {
        // Whatever happened while nobody listened was missed.
        onStarted: () => {
          if (connectedBefore.current) read({});
          connectedBefore.current = true;
        },
        onData: read,
        onError: () => {
          timer = setTimeout(open, retryMs);
        },
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      subscription?.unsubscribe();
    };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: after another sign-in a refused stream is opened again.
  useEffect(() => (visible ? follow() : undefined), [visible, epoch]);
}
