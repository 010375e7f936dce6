import { type LiveAnswer, useLiveAnswer } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type Turn, useTRPCClient } from '../client.ts';

/** What has arrived of the turn that is being said, while somebody can see this page; null when none is. */
export function useLiveTurn(turn: Turn | undefined): LiveAnswer | null {
  const client = useTRPCClient();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries();
  return useLiveAnswer(turn, {
    open: (input, handlers) => client.turns.follow.subscribe(input, handlers),
    onEnd: readAgain,
    onLost: readAgain,
  });
}
