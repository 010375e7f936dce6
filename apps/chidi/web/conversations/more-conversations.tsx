import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';

interface MoreConversationsProps {
  loading: boolean;
  failed: boolean;
  onMore: () => void;
}

/** Loads the next page as its end comes near; after a failure it waits to be asked. */
export function MoreConversations({ loading, failed, onMore }: MoreConversationsProps) {
  const button = useRef<HTMLButtonElement>(null);
  const waiting = !loading && !failed;
  const more = useEffectEvent(onMore);
  useEffect(() => {
    if (!button.current || !waiting) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), {
      rootMargin: '400px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [waiting]);
  return (
    <Button ref={button} variant="subtle" color="gray" fullWidth loading={loading} onClick={onMore}>
      {failed ? 'Could not load more: try again' : 'Show earlier conversations'}
    </Button>
  );
}
