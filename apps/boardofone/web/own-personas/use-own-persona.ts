import { describeError, notify, refusedFields, useDraft } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type OwnPersona, useTRPC, useTRPCClient } from '../client.ts';
import { type OwnPersonaValues, readDraft, readValues, saysTheSame, valuesOf } from './own-persona-values.ts';

/** The words of a voice while its owner changes them; they are a draft until they are saved, and survive a reload. */
export function useOwnPersona(persona: OwnPersona) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { code } = persona;
  const [draft, setDraft] = useDraft(`persona:${code}`);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const saved = valuesOf(persona);
  const values = draft.text ? readDraft(draft.text, saved) : saved;

  // Saved from another tab or device while these were being written.
  const isChanged = draft.text !== '' && !saysTheSame(values, saved);
  const isStale = isChanged && values.revision < saved.revision;

  const change = (part: Partial<OwnPersonaValues>) => {
    setProblems({});
    setDraft({ text: JSON.stringify({ ...values, ...part }) });
  };
  const discard = () => {
    setProblems({});
    setFailure(null);
    setDraft({ text: '' });
  };

  async function save(): Promise<void> {
    if (isPending) return;
    const read = readValues(code, values);
    if ('problems' in read) return setProblems(read.problems);
    setPending(true);
    setFailure(null);
    try {
      const edited = await client.ownPersonas.edit.mutate(read.input);
      queries.setQueryData(trpc.ownPersonas.byCode.queryKey({ code }), edited);
      setDraft({ text: '' });
      notify({ title: 'Saved' });
      await queries.invalidateQueries({ queryKey: trpc.personas.pathKey() });
    } catch (error) {
      // With the newer words at hand, the form says what can be done.
      if (describeError(error).code === 'STALE_VERSION') {
        await queries.invalidateQueries({ queryKey: trpc.ownPersonas.byCode.queryKey({ code }) });
      }
      const refused = refusedFields(error);
      if (Object.keys(refused).length > 0) setProblems(refused);
      else setFailure(error);
    } finally {
      setPending(false);
    }
  }
  const keepMine = () => change({ revision: saved.revision });
  return { values, problems, failure, isPending, isChanged, isStale, change, discard, keepMine, save };
}
