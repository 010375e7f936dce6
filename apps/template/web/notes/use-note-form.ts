import { describeError, newMessageId, useDraft } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Note, useTRPC, useTRPCClient } from '../client.ts';
import {
  type NoteValues,
  problemsIn,
  readDraftValues,
  saysTheSame,
  textOf,
  valuesOf,
} from './note-values.ts';

/** A form whose content is its draft: it survives reload, a lost connection and the end of the session. */
export function useNoteForm(saved: Note | null, onSaved?: (note: Note) => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [draft, setDraft] = useDraft(`note:${saved?.id ?? 'new'}`);
  const [pending, setPending] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const base = valuesOf(saved);
  const kept = readDraftValues(draft.text);
  const dirty = kept !== null && !saysTheSame(kept, base);
  const values = kept ?? base;
  const stale = dirty && kept.version < base.version;

  const change = (part: Partial<NoteValues>) => {
    const next = { ...values, version: dirty ? values.version : base.version, ...part };
    // The id of a new note is chosen once: sent again, it adds nothing.
    setDraft({ text: JSON.stringify(next), attemptId: draft.attemptId ?? newMessageId() });
  };
  const discard = () => {
    setDraft({ text: '' });
    setSubmitted(false);
    setFailure(null);
  };

  async function send(): Promise<Note> {
    if (saved) return client.notes.update.mutate({ id: saved.id, ...values });
    const id = draft.attemptId ?? newMessageId();
    const note = await client.notes.create.mutate({ id, ...textOf(values) });
    if (saysTheSame(valuesOf(note), values)) return note;
    // An earlier attempt had arrived after all, before the text was changed further.
    return client.notes.update.mutate({ id, ...values, version: note.version });
  }

  async function submit(): Promise<void> {
    setSubmitted(true);
    if (pending || Object.keys(problemsIn(values)).length > 0) return;
    setPending(true);
    setFailure(null);
    try {
      const note = await send();
      queries.setQueryData(trpc.notes.byId.queryKey({ id: note.id }), note);
      discard();
      void queries.invalidateQueries({ queryKey: trpc.notes.list.pathKey() });
      onSaved?.(note);
    } catch (error) {
      // With the newer version at hand, the form says what can be done.
      if (describeError(error).code !== 'STALE_VERSION') setFailure(error);
      else await queries.invalidateQueries({ queryKey: trpc.notes.byId.pathKey() });
    } finally {
      setPending(false);
    }
  }

  const problems = submitted ? problemsIn(values) : {};
  return { values, dirty, stale, pending, failure, problems, change, discard, submit };
}
