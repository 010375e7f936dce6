import { describeError, ErrorState, LoadingState, NotFoundState } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { viewOf } from '../../deliberation/apply-event.ts';
import type { SessionEvent } from '../../deliberation/event.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { type Session, useTRPC } from '../client.ts';
import { useLog } from './use-log.ts';

/** A session with its whole log, and what that comes to. */
export interface ReadSession {
  session: Session;
  events: SessionEvent[];
  view: SessionView;
}

/** Reads a session and its log, or says why it cannot. */
export function SessionFrame({ id, children }: { id: string; children: (read: ReadSession) => ReactNode }) {
  const trpc = useTRPC();
  const session = useQuery(trpc.sessions.byId.queryOptions({ id }));
  const log = useLog(id);
  const events = log.data;
  const view = useMemo(() => (events ? viewOf(events) : undefined), [events]);
  if (session.data && events && view) return children({ session: session.data, events, view });
  const error = session.error ?? log.error;
  const code = error && describeError(error).code;
  if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NotFoundState />;
  const readAgain = () => {
    void session.refetch();
    void log.refetch();
  };
  return error ? <ErrorState error={error} onRetry={readAgain} /> : <LoadingState />;
}
