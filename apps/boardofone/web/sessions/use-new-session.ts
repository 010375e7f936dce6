import { newMessageId, problemsByField, refusedFields, useDraft } from '@commons/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useTRPCClient } from '../client.ts';
import { type NewSessionValues, readDraftValues, readValues } from './new-session-values.ts';

/** The form, whose content is its draft: it survives reload, a lost connection and the end of the session. */
export function useNewSession(draftKey: string, initial: NewSessionValues) {
  const client = useTRPCClient();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useDraft(draftKey);
  const [isPending, setPending] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  // Of what was begun with, as long as nothing is changed.
  const [firstId] = useState(newMessageId);
  const values = draft.text ? readDraftValues(draft.text) : initial;

  const change = (part: Partial<NewSessionValues>) => {
    setProblems({});
    // One id for one content: sent again, it adds nothing; changed after an answer that was lost, it is a decision of its own.
    setDraft({ text: JSON.stringify({ ...values, ...part }), attemptId: newMessageId() });
  };

  async function submit(): Promise<void> {
    const id = draft.attemptId ?? firstId;
    const read = readValues(id, values);
    if (!read.success) return setProblems(problemsByField(read.error.issues));
    setPending(true);
    setFailure(null);
    try {
      const session = await client.sessions.create.mutate(read.data);
      setDraft({ text: '' });
      navigate(`/sessions/${session.id}/questions`);
    } catch (error) {
      const refused = refusedFields(error);
      if (Object.keys(refused).length > 0) setProblems(refused);
      else setFailure(error);
    } finally {
      setPending(false);
    }
  }
  return { values, problems, failure, isPending, change, submit };
}
