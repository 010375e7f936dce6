import { describeError, newMessageId, notify, useDraft } from '@commons/ui';
import { useState } from 'react';
import type { ContextSectionKey } from '../../server/contexts/schemas.ts';
import type { BusinessDetails } from '../client.ts';
import {
  type BusinessValues,
  noBusiness,
  problemsIn,
  readDraft,
  saysTheSame,
  valuesOf,
  writeDraft,
} from './business-values.ts';
import { useSaveBusiness } from './use-save-business.ts';

interface BusinessFormOptions {
  /** Null for a business that is not there yet. */
  saved: BusinessDetails | null;
  onSaved?: ((business: BusinessDetails) => void) | undefined;
}

/**
 * A form whose content is its draft: it survives reload and the end of the session, and knows which version of the business
 * it began from.
 */
export function useBusinessForm({ saved, onSaved }: BusinessFormOptions) {
  const [draft, setDraft] = useDraft(`business:${saved?.id ?? 'new'}`);
  const { save, reload } = useSaveBusiness();
  const [pending, setPending] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [savedVersion, setSavedVersion] = useState<number | null>(null);

  const base = saved ? valuesOf(saved) : noBusiness;
  const kept = readDraft(draft.text);
  const dirty = kept !== null && !saysTheSame(kept, base);
  // Blanks at an edge are no change, but whoever types one sees it.
  const values = kept ?? base;
  const stale = dirty && kept.version < base.version;
  const id = saved?.id ?? draft.attemptId ?? '';

  const keep = (change: Partial<BusinessValues>) => {
    const next = { ...values, version: dirty ? values.version : base.version, ...change };
    setSavedVersion(null);
    if (writeDraft(next) === writeDraft(base)) setDraft({ text: '' });
    else setDraft({ text: writeDraft(next), attemptId: draft.attemptId ?? newMessageId() });
  };
  const discard = () => {
    setDraft({ text: '' });
    setFailure(null);
    setSubmitted(false);
    notify({ title: 'Your changes were discarded', action: { label: 'Undo', run: () => setDraft(draft) } });
  };

  const submit = async (over: Partial<BusinessValues> = {}): Promise<void> => {
    const sent = { ...values, ...over };
    setSubmitted(true);
    if (pending || Object.keys(problemsIn(sent)).length > 0) return;
    setPending(true);
    setFailure(null);
    try {
      const business = await save(id || newMessageId(), sent);
      setDraft({ text: '' });
      setSubmitted(false);
      setSavedVersion(business.version);
      onSaved?.(business);
    } catch (error) {
      // The newer version is what the form needs to say what can be done.
      if (describeError(error).code === 'STALE_VERSION') await reload(id);
      else setFailure(error);
    } finally {
      setPending(false);
    }
  };

  return {
    values,
    dirty,
    stale,
    pending,
    failure,
    savedVersion,
    submitted,
    submit,
    discard,
    setName: (name: string) => keep({ name }),
    setSection: (key: ContextSectionKey, text: string) => keep({ fields: { ...values.fields, [key]: text } }),
    saveOverTheirs: () => submit({ version: base.version }),
  };
}
