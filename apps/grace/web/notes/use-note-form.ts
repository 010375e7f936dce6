import { describeError, newMessageId, useDraft } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Note, useTRPCClient } from '../client.ts';
import {
  emptyNote,
  type NoteAbout,
  type NoteValues,
  problemIn,
  readDraftValues,
  saysTheSame,
  valuesOf,
} from './note-values.ts';

/** A form whose content is its draft: it survives reload, a lost connection and the end of the session. */
export function useNoteForm(
  profileId: string,
  saved: Note | null,
  about: NoteAbout,
  onSaved: (note: Note) => void,
) {
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [draft, setDraft] = useDraft(
    `note:${profileId}:${saved?.id ?? about.doseId ?? about.sessionId ?? 'new'}`,
  );
  const [pending, setPending] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const base = saved ? valuesOf(saved) : emptyNote;
  const kept = readDraftValues(draft.text);
  const dirty = kept !== null && !saysTheSame(kept, base);
  const values = kept ?? base;
  const stale = dirty && kept.version < base.version;

  const change = (part: Partial<NoteValues>) => {
    const next = { ...values, version: dirty ? values.version : base.version, ...part };
    // The id of a new note is chosen once: sent again, it adds nothing.
    setDraft({ text: JSON.stringify(next), attemptId: draft.attemptId ?? newMessageId() });
  };
  const keepMine = () => {
    setFailure(null);
    change({ version: base.version });
  };
  const discard = () => {
    setDraft({ text: '' });
    setSubmitted(false);
    setFailure(null);
  };

  async function send(): Promise<Note> {
    const { version, ...words } = values;
    if (saved) return client.notes.update.mutate({ profileId, id: saved.id, ...words, version });
    const id = draft.attemptId ?? newMessageId();
    const note = await client.notes.create.mutate({ profileId, id, ...words, ...about });
    if (saysTheSame(valuesOf(note), values)) return note;
    // An earlier attempt had arrived after all, before the text was changed further.
    return client.notes.update.mutate({ profileId, id, ...words, version: note.version });
  }

  async function submit(): Promise<void> {
    setSubmitted(true);
    if (pending || problemIn(values)) return;
    setPending(true);
    setFailure(null);
    try {
      const note = await send();
      discard();
      await queries.invalidateQueries();
      onSaved(note);
    } catch (error) {
      // With the newer version at hand, the form says what can be done.
      setFailure(error);
      if (describeError(error).code === 'STALE_VERSION') await queries.invalidateQueries();
    } finally {
      setPending(false);
    }
  }

  const problem = submitted ? problemIn(values) : undefined;
  return { values, dirty, stale, pending, failure, problem, change, keepMine, discard, submit };
}
