import { useEffect, useEffectEvent, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { type AnswerEvent, type FollowedEnd, followAnswer } from './follow-answer.ts';
import { usePageVisible } from './use-page-visible.ts';

/** A running answer as a page shows it. */
export interface LiveAnswer {
  id: string;
  text: string;
  /** Whether more of it can arrive at the moment. */
  connected: boolean;
}

/** An answer as it was read last. */
interface StoredAnswer {
  id: string;
  content: string;
  status: FollowedEnd['status'];
}

/** What a tRPC subscription calls back. */
interface StreamHandlers {
  onData: (event: { data: AnswerEvent }) => void;
  onError: (error: unknown) => void;
  onConnectionStateChange: (change: { state: string; error: unknown }) => void;
}

/** Which stream to follow, and what to do when it is over. */
export interface LiveAnswerOptions {
  /** Subscribes at the server. */
  open: (
    input: { answerId: string; offset: number },
    handlers: StreamHandlers,
  ) => { unsubscribe: () => void };
  onEnd: (id: string, end: FollowedEnd, text: string) => void;
  /** The stream was refused, and streams cannot say why: whoever follows reads by an ordinary request. */
  onLost: () => void;
}

/**
 * The text of an answer as it arrives, while somebody can see it; null when none is running. Browsers allow few connections per
 * host, so a tab in the background has none and catches up when it comes back.
 *
 * @example
 * useLiveAnswer(answer, { open: (input, handlers) => client.messages.follow.subscribe(input, handlers), onEnd, onLost });
 */
export function useLiveAnswer(
  answer: StoredAnswer | undefined,
  options: LiveAnswerOptions,
): LiveAnswer | null {
  const { epoch } = useSession();
  const visible = usePageVisible();
  const [live, setLive] = useState<LiveAnswer | null>(null);
  const answerId = answer?.status === 'streaming' ? answer.id : null;
  const stored = answer?.content ?? '';
  const text = live && live.id === answerId && live.text.length > stored.length ? live.text : stored;

  const follow = useEffectEvent((id: string) =>
    followAnswer({
      text,
      subscribe: (offset, { onData, onConnection, onError }) =>
        options.open(
          { answerId: id, offset },
          {
            onData: ({ data }) => onData(data),
            onError,
            // The first attempt to connect has no error: it is no reason to worry anybody.
            onConnectionStateChange: ({ state, error }) => onConnection(state !== 'connecting' || !error),
          },
        ),
      onText: (next) => setLive({ id, text: next, connected: true }),
      onConnection: (connected) =>
        setLive((now) => ({ id, text: now?.id === id ? now.text : stored, connected })),
      onEnd: (end, content) => options.onEnd(id, end, content),
      onLost: () => options.onLost(),
    }),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: after another sign-in a refused stream is opened again.
  useEffect(() => (answerId && visible ? follow(answerId) : undefined), [answerId, visible, epoch]);

  if (!answerId) return null;
  return { id: answerId, text, connected: live?.id !== answerId || live.connected };
}
