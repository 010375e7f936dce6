import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { sessionLost } from '../app/signals.ts';
import { forgetDrafts } from '../drafts/draft-store.ts';
import { endPush } from '../kept/end-push.ts';
import { forgetPerson } from '../kept/kept-person.ts';
import { forgetKept } from '../kept/kept-store.ts';
import { authApi, type SessionUser } from './auth-api.ts';
import { readSession } from './read-session.ts';

const queryKey = ['session'];

/**
 * Who is signed in, across tabs. A session that ends by itself keeps its person (`user` stays, `lost` turns true),
 * so that the page can stay as it is while they sign in again; signing out forgets them.
 */
export function useSessionState(worksOffline: boolean) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const queryFn = useCallback(() => readSession(worksOffline), [worksOffline]);
  const session = useQuery({ queryKey, queryFn, refetchOnWindowFocus: 'always' });
  const [kept, setKept] = useState<SessionUser | null>(null);
  const [epoch, setEpoch] = useState(0);
  const otherTabs = useRef<BroadcastChannel>(null);
  if (session.data && session.data !== kept) setKept(session.data);
  const user = session.data ?? kept;
  const userId = user?.id;

  const refresh = useCallback(async () => {
    await queries.fetchQuery({ queryKey, queryFn, staleTime: 0 });
  }, [queries, queryFn]);

  const signedIn = useCallback(async () => {
    await refresh();
    setEpoch((count) => count + 1);
    otherTabs.current?.postMessage('signed-in');
  }, [refresh]);

  const forget = useCallback(() => {
    setKept(null);
    queries.setQueryData(queryKey, null);
    navigate('/');
  }, [queries, navigate]);

  const signOut = useCallback(async () => {
    await authApi.signOut();
    forgetPerson();
    await endPush();
    if (userId) {
      forgetDrafts(userId);
      await forgetKept(userId);
    }
    forget();
    otherTabs.current?.postMessage('signed-out');
  }, [forget, userId]);

  useEffect(() => {
    const readAgain = () => void queries.invalidateQueries({ queryKey });
    const channel = new BroadcastChannel('commons:session');
    channel.onmessage = ({ data }) => {
      if (data !== 'signed-out') return readAgain();
      // What this tab wrote while the other one emptied the store goes too.
      if (userId) void forgetKept(userId);
      forget();
    };
    otherTabs.current = channel;
    const stop = sessionLost.listen(readAgain);
    return () => {
      stop();
      channel.close();
    };
  }, [queries, forget, userId]);

  return { session, user, lost: user !== null && session.data === null, epoch, signedIn, signOut, refresh };
}
