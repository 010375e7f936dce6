import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../client.ts';

/** Says something in a session. What is on its way is shown already, and gone again if it was not accepted. */
export function useSay(profileId: string, sessionId: string) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [sending, setSending] = useState<string | null>(null);

  async function say(content: string, id: string): Promise<void> {
    setSending(content);
    try {
      await client.turns.say.mutate({ id, sessionId, content });
      await queries.invalidateQueries(trpc.sessions.byId.queryFilter({ profileId, id: sessionId }));
    } finally {
      setSending(null);
    }
  }

  return { sending, say };
}
