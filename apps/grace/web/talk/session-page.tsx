import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { Conversation } from './conversation.tsx';
import { EndedSession } from './ended-session.tsx';

/** A conversation that goes on, or one that has ended. Only the holder's account talks; others read. */
export function SessionPage() {
  const { sessionId = '' } = useParams<{ sessionId: string }>();
  const profile = useProfile();
  const trpc = useTRPC();
  const input = { profileId: profile.id, id: sessionId };
  const { data: session, error, refetch } = useQuery(trpc.sessions.byId.queryOptions(input));
  usePageTitle('Company');
  if (!session) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const isOpen = session.endedAt === null && profile.rights.isHolder;
  return isOpen ? <Conversation session={session} /> : <EndedSession session={session} />;
}
