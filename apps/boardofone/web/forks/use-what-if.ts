import { newMessageId, refusedFields, useDraft } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ForkChange } from '../../deliberation/fork-change.ts';
import { CreateFork } from '../../server/forks/schemas.ts';
import { type Session, useTRPC } from '../client.ts';

/** What is to be otherwise, as it is being entered. */
export interface WhatIfValues {
  kind: ForkChange['kind'];
  /** The round from whose end on. */
  round: number;
  /** The text of an assumption. */
  text: string;
  maxRounds: string;
  capUsd: string;
}

const fieldOf: Record<ForkChange['kind'], string> = {
  assumption: 'change',
  panel: 'change',
  rounds: 'maxRounds',
  cap: 'capUsd',
};

/** The form, of which the text is a draft that survives a reload. */
export function useWhatIf({ id: sessionId, capUsd, maxRounds }: Session, firstRound: number) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useDraft(`board:${sessionId}:what-if`);
  const [rest, setRest] = useState<Omit<WhatIfValues, 'text'>>({
    kind: 'assumption',
    round: firstRound,
    maxRounds: String(Math.min(10, maxRounds + 1)),
    capUsd: (Number(capUsd) * 2).toFixed(2),
  });
  const values: WhatIfValues = { ...rest, text: draft.text };
  // One id for one content: sent again after a lost answer, it adds nothing.
  const [attempt, setAttempt] = useState(newMessageId);
  const [problem, setProblem] = useState<string>();
  const create = useMutation(
    trpc.forks.create.mutationOptions({
      onSuccess: ({ id, waitsFor }) => {
        setDraft({ text: '' });
        void queries.invalidateQueries({ queryKey: trpc.forks.pathKey() });
        navigate(waitsFor === 'panel' ? `/sessions/${id}/panel` : `/sessions/${id}`);
      },
    }),
  );
  function change({ text, ...part }: Partial<WhatIfValues>): void {
    setProblem(undefined);
    setAttempt(newMessageId());
    create.reset();
    if (text !== undefined) setDraft({ text });
    setRest({ ...rest, ...part });
  }
  function submit(): void {
    if (create.isPending) return;
    const { kind, round } = values;
    const input = { id: attempt, sessionId, round: kind === 'panel' ? 0 : round, change: changeOf(values) };
    const { data, error } = CreateFork.safeParse(input);
    setProblem(
      error && (kind === 'rounds' ? 'Enter a whole number from 0 to 10.' : error.issues[0]?.message),
    );
    if (data) create.mutate(data);
  }
  const refused = refusedFields(create.error)[fieldOf[values.kind]];
  return {
    values,
    change,
    submit,
    problem: problem ?? refused,
    failure: refused ? null : create.error,
    isPending: create.isPending,
  };
}

/** What the schema judges: a text that is no number becomes none. */
function changeOf({ kind, text, maxRounds, capUsd }: WhatIfValues): object {
  if (kind === 'assumption') return { kind, text };
  if (kind === 'rounds') return { kind, maxRounds: maxRounds.trim() === '' ? Number.NaN : Number(maxRounds) };
  return kind === 'cap' ? { kind, capUsd: capUsd.trim() } : { kind };
}
