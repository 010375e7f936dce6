import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { groupsFor, type NavGroup } from './nav-entries.ts';

/** What of the navigation the caller may open for this person. */
export function useNavGroups(profileId: string): NavGroup[] {
  const trpc = useTRPC();
  const { data: profiles } = useQuery(trpc.profiles.list.queryOptions());
  return groupsFor(profiles?.find(({ id }) => id === profileId));
}
