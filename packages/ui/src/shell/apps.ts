import { useQuery } from '@tanstack/react-query';
import { getJson } from '../session/http.ts';

/** An app of this server, as the launcher and the switcher show it. */
export interface AppEntry {
  name: string;
  title: string;
  description: string;
  path: string;
  /** The name of an accent. */
  color: string;
}

/** The apps of this server. */
export function useApps() {
  return useQuery({
    queryKey: ['apps'],
    queryFn: () => getJson<AppEntry[]>('/api/apps'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
