import { useCommands } from '@commons/ui';
import { useLocation } from 'wouter';
import { useBusinesses } from '../contexts/use-businesses.ts';
import { nameOf } from '../conversations/name-of.ts';
import { useConversations } from '../conversations/use-conversations.ts';

/** For the command palette: the businesses and the conversations so far. */
export function useChidiCommands(): void {
  const [, navigate] = useLocation();
  const { data } = useConversations();
  const { data: businesses = [] } = useBusinesses();
  useCommands(() => [
    {
      id: 'chidi:businesses',
      label: 'Your businesses',
      group: 'Go to',
      keywords: 'contexts',
      run: () => navigate('/contexts'),
    },
    ...businesses.map(({ id, name }) => ({
      id: `chidi:business:${id}`,
      label: `Go to ${name}`,
      group: 'Go to',
      run: () => navigate(`/contexts/${id}`),
    })),
    ...(data?.pages ?? []).flatMap(({ items }) =>
      items.map(({ id, ...conversation }) => ({
        id: `chidi:conversation:${id}`,
        label: nameOf(conversation),
        group: 'Conversations',
        run: () => navigate(`/c/${id}`),
      })),
    ),
  ]);
}
