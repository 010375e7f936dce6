import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Outputs } from '../client.ts';
import { resourceWords } from './run-row.tsx';

type Resource = Outputs['accessLog']['list']['runs'][number]['resource'];

export interface LogView {
  actorName?: string;
  resource?: Resource;
}

/** Whose readings are shown, and of what. Names of people stay out of the address. */
export function useLogView(): [LogView, (part: Record<keyof LogView, string | null | undefined>) => void] {
  const [params, setParams] = useSearchParams();
  const [actorName, setActorName] = useState<string | null>(null);
  const resource = params.get('resource') ?? '';
  const view: LogView = {
    ...(actorName !== null && { actorName }),
    ...(Object.hasOwn(resourceWords, resource) && { resource: resource as Resource }),
  };
  const change = (next: Record<keyof LogView, string | null | undefined>) => {
    setActorName(next.actorName ?? null);
    setParams(next.resource ? { resource: next.resource } : {}, { replace: true });
  };
  return [view, change];
}
