import { followAnswer, usePageVisible, useSession } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Turn, useTRPCClient } from '../client.ts';

interface LiveTurn {
  id: string;
  text: string;
  connected: boolean;
}

/** What has arrived of the turn that is being said, while somebody can see this page; null when none is. */
export function useLiveTurn(turn: Turn | undefined): LiveTurn | null {
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { epoch } = useSession();
  const visible = usePageVisible();
  const [live, setLive] = useState<LiveTurn | null>(null);
  const answerId = turn?.status === 'streaming' ? turn.id : null;
  const stored = turn?.content ?? '';
  const text = live && live.id === answerId && live.text.length > stored.length ? live.text : stored;
  const readAgain = () => void queries.invalidateQueries();

  const follow = useEffectEvent((id: string) =>
    followAnswer({
      text,
      subscribe: (offset, { onData, onConnection, onError }) =>
        client.turns.follow.subscribe(
          { answerId: id, offset },
          {
            onData: ({ data }) => onData(data),
            onError,
            onConnectionStateChange: ({ state, error }) => onConnection(state !== 'connecting' || !error),
          },
        ),
      onText: (next) => setLive({ id, text: next, connected: true }),
      onConnection: (connected) =>
        setLive((now) => ({ id, text: now?.id === id ? now.text : stored, connected })),
      onEnd: readAgain,
      // Event streams cannot say why they were refused; the ordinary request does.
      onLost: readAgain,
    }),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: after another sign-in a refused stream is opened again.
  useEffect(() => (answerId && visible ? follow(answerId) : undefined), [answerId, visible, epoch]);

  if (!answerId) return null;
  return { id: answerId, text, connected: live?.id !== answerId || live.connected };
}
