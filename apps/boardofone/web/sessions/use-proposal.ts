import { useDraft } from '@commons/ui';
import { useState } from 'react';
import type { z } from 'zod';

/** What somebody makes of a proposal, before it is sent. */
interface Proposal<Values> {
  values: Values;
  isChanged: boolean;
  change(next: Values): void;
  /** Back to what was proposed. */
  discard(): void;
}

/** A proposal while its owner changes it; what they make of it is a draft until it is sent, and survives a reload. */
export function useProposal<Values>(
  draftKey: string,
  schema: z.ZodType<Values>,
  propose: () => Values,
): Proposal<Values> {
  const [draft, setDraft] = useDraft(draftKey);
  const [proposed] = useState(propose);
  const values = readDraft(draft.text, schema) ?? proposed;
  return {
    values,
    isChanged: JSON.stringify(values) !== JSON.stringify(proposed),
    change: (next) => setDraft({ text: JSON.stringify(next) }),
    discard: () => setDraft({ text: '' }),
  };
}

/** Undefined where there is none, or it is damaged. */
function readDraft<Values>(text: string, schema: z.ZodType<Values>): Values | undefined {
  try {
    return text === '' ? undefined : schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
