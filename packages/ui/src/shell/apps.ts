import type { AppLink } from '@commons/api';
import { useQuery } from '@tanstack/react-query';
import { getJson } from '../session/http.ts';

/** The apps of this server, for launcher and switcher. */
export function useApps() {
  return useQuery({
    queryKey: ['apps'],
    queryFn: () => getJson<AppLink[]>('/api/apps'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
