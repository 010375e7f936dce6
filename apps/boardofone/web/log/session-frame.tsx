import { describeError, ErrorState, LoadingState, NotFoundState, PartFailed } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { beginning, type Checkpoint, viewFrom } from '../../deliberation/checkpoint.ts';
import type { SessionEvent } from '../../deliberation/event.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { type Session, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { useLog, useLogStart } from './use-log.ts';

/** A session with its whole log, and what that comes to. */
export interface ReadSession {
  session: Session;
  events: SessionEvent[];
  view: SessionView;
  /** Whether the events are all of them, and not only those since the checkpoint. */
  isWhole: boolean;
  /** Where the view was folded on from. */
  checkpoint: Checkpoint;
}

/** Reads a session and its log, or says why it cannot. */
export function SessionFrame({ id, children }: { id: string; children: (read: ReadSession) => ReactNode }) {
  const trpc = useTRPC();
  const session = useQuery(trpc.sessions.byId.queryOptions({ id }));
  const log = useLog(id);
  const start = useLogStart(id);
  const { checkpoint } = start ?? { checkpoint: beginning };
  const events = log.data ?? start?.events;
  const view = useMemo(() => (events ? viewFrom(checkpoint, events) : undefined), [events, checkpoint]);
  const error = session.error ?? log.error;
  const code = error && describeError(error).code;
  if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NotFoundState />;
  // What is known stays, and whatever is being written on it: a part of it that fails to come says so.
  if (session.data && events && view && (log.data || !log.error)) {
    const failed = [log, session].find((query) => query.isRefetchError);
    return (
      <>
        {failed && (
          <div className={page.behind}>
            <PartFailed query={failed}>
              What has happened since could not be read, so what you see may be behind.
            </PartFailed>
          </div>
        )}
        {children({ session: session.data, events, view, isWhole: log.data !== undefined, checkpoint })}
      </>
    );
  }
  const readAgain = () => {
    void session.refetch();
    void log.refetch();
  };
  return error ? <ErrorState error={error} onRetry={readAgain} /> : <LoadingState />;
}
