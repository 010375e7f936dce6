import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';

/** Whether whoever looks holds a profile of their own. */
export function useHasOwn(): boolean {
  const { data: profiles = [] } = useQuery(useTRPC().profiles.list.queryOptions());
  return profiles.some(({ basis, rights }) => basis === 'self' && rights.isHolder);
}
