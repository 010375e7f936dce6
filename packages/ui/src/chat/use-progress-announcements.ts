import { useEffect, useRef } from 'react';
import { useAnnounce } from '../announce/announcer.tsx';
import type { MessageStatus, TranscriptMessage } from './transcript-message.ts';

const ends: Record<Exclude<MessageStatus, 'streaming'>, string> = {
  complete: 'Answer complete',
  stopped: 'Answer stopped',
  interrupted: 'Answer interrupted',
  error: 'The answer failed',
};

/** Says when an answer begins and how it ended; the words in between are for reading, not for listening. */
export function useProgressAnnouncements(messages: TranscriptMessage[]): void {
  const announce = useAnnounce();
  const streamingId = useRef<string | null>(null);
  useEffect(() => {
    const streaming = messages.findLast((message) => message.status === 'streaming');
    const before = streamingId.current;
    streamingId.current = streaming?.id ?? null;
    if (streaming) {
      if (streaming.id !== before) announce('Generating');
      return;
    }
    const ended = before === null ? undefined : messages.find((message) => message.id === before);
    if (ended && ended.status !== 'streaming') announce(ends[ended.status]);
  }, [messages, announce]);
}
