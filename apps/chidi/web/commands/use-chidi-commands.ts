import { useCommands } from '@commons/ui';
import { useLocation } from 'wouter';
import { untitled } from '../conversations/untitled.ts';
import { useConversations } from '../conversations/use-conversations.ts';

/** For the command palette: the businesses and the conversations so far. */
export function useChidiCommands(): void {
  const [, navigate] = useLocation();
  const { data } = useConversations();
  useCommands(() => [
    {
      id: 'chidi:businesses',
      label: 'Your businesses',
      group: 'Go to',
      keywords: 'contexts',
      run: () => navigate('/contexts'),
    },
    ...(data?.pages ?? []).flatMap(({ items }) =>
      items.map(({ id, title }) => ({
        id: `chidi:conversation:${id}`,
        label: title ?? untitled,
        group: 'Conversations',
        run: () => navigate(`/c/${id}`),
      })),
    ),
  ]);
}
