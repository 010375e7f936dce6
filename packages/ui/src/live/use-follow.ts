import { useEffect, useEffectEvent } from 'react';
import { useSession } from '../session/session-context.ts';
import { usePageVisible } from './use-page-visible.ts';

const retryMs = 5_000;

interface FollowHandlers<Change> {
  onStarted: () => void;
  onData: (change: Change) => void;
  onError: () => void;
}

/** What to follow, and what to do with what comes. */
export interface FollowOptions<Change> {
  /** Subscribes at the server. */
  open: (handlers: FollowHandlers<Change>) => { unsubscribe: () => void };
  onChange: (change: Change) => void;
  /** Changes may have been missed before somebody listened: everything is to be read again. */
  onGap: () => void;
}

/**
 * Follows a subscription for as long as somebody can see this tab, opens it again after a failure or another sign-in, and
 * tells whenever it has been opened: what changed between the reading of a page and that moment was missed.
 *
 * @example
 * useFollow({ open: (handlers) => client.changes.follow.subscribe(undefined, handlers), onChange: readAgain, onGap: readAll });
 */
export function useFollow<Change>(options: FollowOptions<Change>): void {
  const { epoch } = useSession();
  const visible = usePageVisible();
  const onChange = useEffectEvent(options.onChange);
  const onGap = useEffectEvent(options.onGap);

  const follow = useEffectEvent(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let subscription: { unsubscribe: () => void } | undefined;
    const open = () => {
      subscription = options.open({
        onStarted: () => onGap(),
        onData: (change) => onChange(change),
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
